/** How far the person has read. Moves forward only; of many moves only the newest is sent. */
export class ReadMarker {
  private read = 0;
  private kept = 0;
  private sending = false;

  /** `send` gives true where the server kept the mark. */
  constructor(
    private readonly send: (seq: number) => Promise<boolean>,
    private readonly onChange: () => void,
  ) {}

  get(): number {
    return this.read;
  }

  /** What the server, or another tab, says. */
  hear(seq: number): void {
    this.kept = Math.max(this.kept, seq);
    this.advance(seq);
  }

  mark(seq: number): void {
    this.advance(seq);
    void this.flush();
  }

  /** Sends what is not kept yet, if anything. */
  async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    while (this.kept < this.read) {
      const seq = this.read;
      if (!(await this.send(seq))) break;
      this.kept = Math.max(this.kept, seq);
    }
    this.sending = false;
  }

  private advance(seq: number): void {
    if (seq <= this.read) return;
    this.read = seq;
    this.onChange();
  }
}
