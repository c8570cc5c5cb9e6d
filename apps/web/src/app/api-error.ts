import type { WireError } from '@roundtable/contracts';
import type { ProblemCode } from './errors/problem-code.js';

interface Refusal extends Omit<WireError, 'code'> {
  code: ProblemCode;
  status: number;
}

/** A request that was refused or never arrived. Act on `code`; show people `useProblem()(error)`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ProblemCode;
  /** HTTP status, 0 where there was no answer. */
  readonly status: number;
  readonly data: Record<string, unknown>;
  readonly retry: boolean;

  constructor({ code, message, status, data = {}, retry = false }: Refusal) {
    super(message);
    this.code = code;
    this.status = status;
    this.data = data;
    this.retry = retry;
  }

  /** The name of the field the server complains about, where it names one. */
  get field(): string | null {
    return typeof this.data['field'] === 'string' ? this.data['field'] : null;
  }
}
