import { isIP } from 'node:net';
import {
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';

/** Accepts an absolute URL with a host whose scheme is one of the constraints (`['http:', 'https:']`). */
@ValidatorConstraint({ name: 'isUrlOf' })
export class IsUrlOf implements ValidatorConstraintInterface {
  validate(value: unknown, { constraints }: ValidationArguments): boolean {
    if (typeof value !== 'string' || !URL.canParse(value)) return false;
    const url = new URL(value);
    return constraints.includes(url.protocol) && (url.hostname !== '' || url.searchParams.has('host'));
  }
}

/** Accepts one or several such URLs, with commas between them. */
@ValidatorConstraint({ name: 'isListOfUrls' })
export class IsListOfUrls extends IsUrlOf {
  override validate(value: unknown, about: ValidationArguments): boolean {
    if (typeof value !== 'string') return false;
    return value.split(',').every((part) => super.validate(part.trim(), about));
  }
}

/** Accepts a list of web origins: scheme, host and port, nothing after them. */
@ValidatorConstraint({ name: 'isOriginList' })
export class IsOriginList implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return Array.isArray(value) && value.every(isWebOrigin);
  }
}

/** Accepts a list of IP addresses and CIDR ranges. */
@ValidatorConstraint({ name: 'isAddressList' })
export class IsAddressList implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return Array.isArray(value) && value.every(isAddressOrRange);
  }
}

function isWebOrigin(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const url = new URL(value);
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.origin === value;
}

function isAddressOrRange(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [address = '', bits, ...rest] = value.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
}
