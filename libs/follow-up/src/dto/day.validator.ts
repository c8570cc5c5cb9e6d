import { registerDecorator } from 'class-validator';

/** Accepts a day of the calendar, `2027-03-01`. */
export function IsDay(): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name: 'isDay',
      target: target.constructor,
      propertyName: String(propertyName),
      validator: {
        validate: isDay,
        defaultMessage: () => '$property must be a day of the calendar, for example 2027-03-01',
      },
    });
  };
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === value;
}
