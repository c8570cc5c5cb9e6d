/** Tells the time; injected everywhere so that rules and tests never read the machine's clock themselves. */
export abstract class Clock {
  /** Returns the present moment in UTC. */
  abstract now(): Date;
}

/** Reads the machine's clock. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
