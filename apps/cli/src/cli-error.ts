/** A mistake of the person at the terminal, or something only they can put right: one sentence, no stack. */
export class CliError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CliError';
  }
}
