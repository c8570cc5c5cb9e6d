import { LIMITS, type PointInDocument } from '@roundtable/contracts';
import { IsInt, IsObject, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import { DocumentIntentDto } from './document-intent.dto.js';

/** `documents.point`. */
export class PointInDocumentDto extends DocumentIntentDto implements PointInDocument {
  @IsInt()
  @Min(0)
  @Max(2 ** 32 - 1)
  client: number;

  @ValidateIf(({ state }: PointInDocumentDto) => state !== null)
  @IsObject()
  @IsShort()
  state: Record<string, unknown> | null;
}

function IsShort(): PropertyDecorator {
  return ValidateBy({
    name: 'isShort',
    validator: {
      validate: (value: unknown) => JSON.stringify(value).length <= LIMITS.documentPointLength,
      defaultMessage: () => `$property must be at most ${LIMITS.documentPointLength} characters of JSON`,
    },
  });
}
