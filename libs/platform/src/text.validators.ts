import { registerDecorator, type ValidationOptions } from 'class-validator';

interface TextLimits {
  /** Fewest UTF-16 code units after trimming; 1 unless told. */
  min?: number;
  /** Most UTF-16 code units. */
  max: number;
}

/** Accepts one line of text: no line breaks, no control or bidirectional override characters, not blank. */
export function IsLine(limits: TextLimits, options?: ValidationOptions): PropertyDecorator {
  return textDecorator('isLine', limits, findFaultInLine, options);
}

/** Accepts prose: as a line, but line breaks and tabs are welcome. */
export function IsProse(limits: TextLimits, options?: ValidationOptions): PropertyDecorator {
  return textDecorator('isProse', limits, findFaultInProse, options);
}

/** Says what is wrong with one line of text, or null when nothing is. */
export function findFaultInLine(value: unknown, limits: TextLimits): string | null {
  if (typeof value === 'string' && /[\t\n\r\u2028\u2029]/.test(value))
    return 'must be one line, without line breaks or tabs';
  return findFaultInProse(value, limits);
}

/** Says what is wrong with a text of several lines, or null when nothing is. */
export function findFaultInProse(value: unknown, { min = 1, max }: TextLimits): string | null {
  if (typeof value !== 'string') return 'must be text';
  if (value.length > max) return `must have at most ${max} characters`;
  if (value.trim().length < min)
    return min <= 1 ? 'must not be empty' : `must have at least ${min} characters`;
  if (/\p{Surrogate}/u.test(value)) return 'holds half of a character: send well-formed Unicode';
  if (hasForbiddenCharacter(value)) return 'holds control characters: remove them';
  return null;
}

/** Control characters, and the bidirectional overrides with which a name could rewrite the line around it. */
function hasForbiddenCharacter(text: string): boolean {
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e]/.test(text);
}

function textDecorator(
  name: string,
  limits: TextLimits,
  findFault: typeof findFaultInProse,
  options?: ValidationOptions,
): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      // Read by the API documents, which state the limits.
      constraints: [limits],
      ...(options && { options }),
      validator: {
        validate: (value: unknown) => findFault(value, limits) === null,
        defaultMessage: (args) =>
          `${args?.property ?? 'text'} ${findFault(args?.value, limits) ?? 'is not valid'}`,
      },
    });
  };
}
