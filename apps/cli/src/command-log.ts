import { createLogger, JsonLogger } from '@roundtable/platform';

/**
 * The log of a command. It says what it did itself; of the log only what went wrong belongs on the terminal, and never
 * among what is printed, which may be a file.
 */
export function commandLog(): JsonLogger {
  return new JsonLogger(createLogger('error', process.stderr));
}
