import { registerDecorator, type ValidationArguments, type ValidationOptions } from 'class-validator';

/** Accepts a moment after that of another field, where both were sent. */
export function IsAfter(other: string): PropertyDecorator {
  return check('isAfter', `must be later than ${other}`, (value, args) => {
    const before: unknown = Reflect.get(args?.object ?? {}, other);
    if (typeof value !== 'string' || typeof before !== 'string') return true;
    return Date.parse(value) > Date.parse(before);
  });
}

/** Accepts an IANA time zone that this machine knows. */
export function IsZone(): PropertyDecorator {
  return check('isZone', 'must be a time zone, for example Asia/Bishkek', (value) => {
    if (typeof value !== 'string' || !/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(value)) return false;
    return succeeds(() => new Intl.DateTimeFormat('en', { timeZone: value }));
  });
}

/** Accepts a BCP 47 language tag. */
export function IsLanguageTag(options?: ValidationOptions): PropertyDecorator {
  return check(
    'isLanguageTag',
    'must be a language tag, for example ky',
    (value) =>
      typeof value === 'string' && value.length <= 35 && succeeds(() => Intl.getCanonicalLocales(value)),
    options,
  );
}

function check(
  name: string,
  reason: string,
  validate: (value: unknown, args?: ValidationArguments) => boolean,
  options?: ValidationOptions,
): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      ...(options && { options }),
      validator: { validate, defaultMessage: () => `$property ${reason}` },
    });
  };
}

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
