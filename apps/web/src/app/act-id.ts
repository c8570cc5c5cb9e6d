import { uuidV7 } from '@roundtable/client';

/**
 * Gives each filled-in form one id, under which the server does it once: sent again as it is, by a second press or after an
 * answer that was lost, it is the same act; filled in otherwise, or once it was done, it is another.
 */
export class ActId {
  private id: string | null = null;
  private filledIn = '';

  for(form: unknown): string {
    const filledIn = JSON.stringify(form);
    if (this.id === null || this.filledIn !== filledIn) this.id = uuidV7();
    this.filledIn = filledIn;
    return this.id;
  }

  /** It was done: the same words are a new act from now on. */
  done(): void {
    this.id = null;
  }
}
