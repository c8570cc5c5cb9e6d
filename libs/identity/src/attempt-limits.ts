import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RateLimitedError } from './identity.errors.js';

const MINUTE = 60;

/** How many attempts are borne, by what is attempted; `seconds` is the window. */
const LIMITS = {
  passwordByAccount: { points: 10, seconds: 15 * MINUTE },
  passwordByAddress: { points: 60, seconds: 15 * MINUTE },
  setup: { points: 30, seconds: 15 * MINUTE },
  join: { points: 60, seconds: 5 * MINUTE },
  resendByAddress: { points: 20, seconds: 60 * MINUTE },
  resendByEmail: { points: 3, seconds: 60 * MINUTE },
} as const;

/** Something that is attempted and counted. */
export type Attempt = keyof typeof LIMITS;

/**
 * Bounds guessing. Only failures stay counted, so that a hall of people behind one address enters freely. Keys come
 * from what the server knows (the peer's address, the account tried), never from a header the client may choose.
 */
@Injectable()
export class AttemptLimits {
  private readonly limiters = new Map(
    (Object.keys(LIMITS) as Attempt[]).map((attempt) => [attempt, createLimiter(attempt)]),
  );

  /** @throws RateLimitedError when the key has failed too often. Counts nothing. */
  async demand(attempt: Attempt, key: string | undefined): Promise<void> {
    const state = await this.limiterOf(attempt).get(digest(key));
    if (state && state.consumedPoints >= LIMITS[attempt].points)
      throw new RateLimitedError(state.msBeforeNext);
  }

  /**
   * Takes an attempt before it is made, so that many at once come to no more than many in a row.
   * @throws RateLimitedError when none is left, which takes nothing.
   */
  async take(attempt: Attempt, key: string | undefined): Promise<void> {
    try {
      await this.limiterOf(attempt).consume(digest(key));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      await this.giveBack(attempt, key);
      throw new RateLimitedError(error.msBeforeNext);
    }
  }

  /** Gives back an attempt that was taken and did not fail. */
  async giveBack(attempt: Attempt, key: string | undefined): Promise<void> {
    const limiter = this.limiterOf(attempt);
    const state = await limiter.get(digest(key));
    if (state && state.consumedPoints > 0) await limiter.reward(digest(key));
  }

  /** Counts one; false where that was one too many. */
  async count(attempt: Attempt, key: string | undefined): Promise<boolean> {
    try {
      await this.limiterOf(attempt).consume(digest(key));
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }

  /** Forgives what was counted, after a success. */
  async forgive(attempt: Attempt, key: string | undefined): Promise<void> {
    await this.limiterOf(attempt).delete(digest(key));
  }

  private limiterOf(attempt: Attempt): RateLimiterMemory {
    return this.limiters.get(attempt) ?? createLimiter(attempt);
  }
}

function createLimiter(attempt: Attempt): RateLimiterMemory {
  return new RateLimiterMemory({
    keyPrefix: attempt,
    points: LIMITS[attempt].points,
    duration: LIMITS[attempt].seconds,
  });
}

/** Keys may hold an address somebody typed: hashed, they are short and in no memory dump. */
function digest(key: string | undefined): string {
  return createHash('sha256')
    .update(key ?? '')
    .digest('base64url');
}
