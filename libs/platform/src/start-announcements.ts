import { Injectable } from '@nestjs/common';

/** Collects what the person at the terminal should read once the server is up, such as sign-in links. */
@Injectable()
export class StartAnnouncements {
  private readonly collected: string[] = [];

  /** Adds lines, in the order they are to be read. Call it before the application has started to listen. */
  add(...lines: string[]): void {
    this.collected.push(...lines);
  }

  /** Returns everything that was added. */
  get lines(): readonly string[] {
    return this.collected;
  }
}
