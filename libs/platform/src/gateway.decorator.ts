import { applyDecorators, UseFilters, UseGuards, UsePipes } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
import { AccessGuard } from './access.guard.js';
import { SocketErrorFilter } from './socket-error.filter.js';
import { createValidationPipe } from './validation.pipe.js';

/**
 * Makes a class a gateway with everything a socket intent needs: access guard, validation, error answers.
 * What is registered globally does not reach gateways reliably, so nothing here relies on it.
 */
export function RoundtableGateway(): ClassDecorator {
  return applyDecorators(
    WebSocketGateway(),
    UseGuards(AccessGuard),
    UsePipes(createValidationPipe()),
    UseFilters(SocketErrorFilter),
  );
}
