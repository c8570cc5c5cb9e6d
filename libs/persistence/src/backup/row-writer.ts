import { BackupRefused, type TableStart } from './backup-format.js';
import type { Ask, BackupTable } from './backup-tables.js';
import { writeRows } from './table-rows.js';

const MOST_ROWS = 1_000;
const MOST_CHARACTERS = 4_000_000;

/** Gathers rows and writes many with one statement. */
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
    this.lines.push(line);
    this.characters += line.length;
    if (this.lines.length >= MOST_ROWS || this.characters >= MOST_CHARACTERS) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.lines.length > 0 && this.table) await writeRows(this.ask, this.table, this.columns, this.lines);
    this.lines = [];
    this.characters = 0;
  }
}
