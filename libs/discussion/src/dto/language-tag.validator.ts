import { Matches, MaxLength } from 'class-validator';
import { applyDecorators } from '@nestjs/common';

/** Accepts a language tag by its shape (BCP 47), for example `ky` or `zh-Hant-TW`. */
export function IsLanguageTag(): PropertyDecorator {
  return applyDecorators(
    MaxLength(35),
    Matches(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
      message: '$property must be a language tag such as "ky"',
    }),
  );
}
