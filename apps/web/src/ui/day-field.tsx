import { DateTimeField, type DateTimeFieldProps } from './date-time-field.js';

/** A day without a time: `value` and `onChange` are `2027-03-01`, null while the boxes hold no day that exists. */
export function DayField({ value, onChange, ...rest }: Omit<DateTimeFieldProps, 'isDayOnly'>) {
  return (
    <DateTimeField
      {...rest}
      isDayOnly
      value={value === null ? null : `${value}T00:00`}
      onChange={(wall) => onChange(wall?.slice(0, 10) ?? null)}
    />
  );
}
