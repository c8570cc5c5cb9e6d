import { v7, validate, version } from 'uuid';

/** Makes a new UUIDv7: unique, and sorted by the millisecond it was made in (RFC 9562, section 5.7). */
export function newId(): string {
  return v7();
}

/** Tells whether a value is a UUIDv7 in its canonical lower-case form. */
export function isId(value: unknown): value is string {
  return (
    typeof value === 'string' && value === value.toLowerCase() && validate(value) && version(value) === 7
  );
}
