import { BackupRefused, type TableStart } from './backup-format.js';
import type { Ask, BackupTable } from './backup-tables.js';
import { MOST_CHARACTERS, writeRows } from './table-rows.js';

const MOST_ROWS = 1_000;

/** Gathers rows and writes many with one statement, a very long one by itself. */
export class RowWriter {
  private table: BackupTable | null = null;
  private columns: readonly string[] = [];
  private lines: string[] = [];
  private characters = 0;

  constructor(
    private readonly ask: Ask,
    private readonly tables: readonly BackupTable[],
    private readonly path: string,
  ) {}

  /** @throws BackupRefused for a table or columns that the schema does not have. */
  async start({ table: name, columns }: TableStart): Promise<void> {
    const table = this.tables.find((each) => each.name === name);
    const isKnown = table && columns.join() === table.columns.map((column) => column.name).join();
    if (!isKnown)
      throw new BackupRefused(
        `${this.path} has a table ${name} that its schema does not have: use another copy.`,
      );
    this.table = table;
    this.columns = columns;
  }

  async take(line: string): Promise<void> {
    const isFull = this.lines.length >= MOST_ROWS || this.characters + line.length > MOST_CHARACTERS;
    if (isFull) await this.flush();
    this.lines.push(line);
    this.characters += line.length;
  }

  async flush(): Promise<void> {
    if (this.lines.length > 0 && this.table) await writeRows(this.ask, this.table, this.columns, this.lines);
    this.lines = [];
    this.characters = 0;
  }
}
