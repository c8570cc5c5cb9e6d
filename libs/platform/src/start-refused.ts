/** Stops the start of the process with one sentence for the operator: what is wrong, why, and what to do. */
export class StartRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = new.target.name;
  }
}
