import pg from 'pg';

/**
 * A connection whose loss never ends the process. When Postgres ends one in the same moment in which it was opened, the
 * farewell is read before anybody has it in hand to listen; whoever uses it then finds it broken at the first query.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
