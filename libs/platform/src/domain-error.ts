import type { ErrorCode, WireError } from '@roundtable/contracts';

/**
 * Says that a request was understood and refused. Carries a stable code and a sentence for the reader, and
 * knows nothing of HTTP or sockets: the filters translate it for both sides.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly data?: Record<string, unknown>,
    readonly retry?: WireError['retry'],
  ) {
    super(message);
    this.name = new.target.name;
  }

  /** Returns the error as it crosses the wire, without a stack. */
  toWire(): WireError {
    return {
      code: this.code,
      message: this.message,
      ...(this.data !== undefined && { data: this.data }),
      ...(this.retry !== undefined && { retry: this.retry }),
    };
  }
}
