import { Transform } from 'class-transformer';

/**
 * Makes every line end of a text a line feed before it is validated, so that what is stored, hashed and counted in
 * offsets does not depend on the system somebody writes on.
 */
export function UnifyLineEnds(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value,
  );
}
