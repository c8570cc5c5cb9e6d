import { applyDecorators, Controller, UseGuards, UsePipes } from '@nestjs/common';
import { AccessGuard } from './access.guard.js';
import { createValidationPipe } from './validation.pipe.js';

/**
 * Makes a class a controller with access guard and validation. `path` is the whole path without its first
 * slash, for example `api/v1/meetings`. Errors are answered by the filter the application registers.
 */
export function RoundtableController(path: string): ClassDecorator {
  return applyDecorators(Controller(path), UseGuards(AccessGuard), UsePipes(createValidationPipe()));
}
