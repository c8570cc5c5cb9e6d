import type { OutboxItem, OutboxScope, OutboxStore } from './outbox.js';

/** What of `node:fs/promises` is used. Handed in, so that pages in a browser do not have to carry it. */
export interface OutboxFiles {
  mkdir(path: string, options: { recursive: true; mode: number }): Promise<unknown>;
  readFile(path: string, encoding: 'utf8'): Promise<string>;
  open(
    path: string,
    flags: 'w',
    mode: number,
  ): Promise<{ writeFile(text: string): Promise<void>; sync(): Promise<void>; close(): Promise<void> }>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: true }): Promise<void>;
}

/** What is said in a room is for the person's own eyes until it is sent. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/**
 * An outbox in a folder, for programs: one file for each person and room, replaced as a whole, so that it survives `kill -9`
 * and a power cut at any moment. One program at a time uses a file. `files` is `node:fs/promises`.
 */
export function fileOutbox(folder: string, files: OutboxFiles): OutboxStore {
  const boxes = new Map<string, FileBox>();
  const boxOf = ({ person, room }: OutboxScope): FileBox => {
    const path = `${folder}/${encodeURIComponent(person)}-${encodeURIComponent(room)}.json`;
    const box = boxes.get(path) ?? new FileBox(folder, path, files);
    boxes.set(path, box);
    return box;
  };
  return {
    load: (scope) => boxOf(scope).read(),
    put: (item) => boxOf(item).change((items) => withItem(items, item)),
    delete: (item) =>
      boxOf(item).change((items) => items.filter(({ clientId }) => clientId !== item.clientId)),
    erase: (scope) => boxOf(scope).change(() => []),
  };
}

function withItem(items: readonly OutboxItem[], item: OutboxItem): OutboxItem[] {
  const isThere = items.some(({ clientId }) => clientId === item.clientId);
  return isThere ? items.map((other) => (other.clientId === item.clientId ? item : other)) : [...items, item];
}

/** One file. Changes wait for each other; each is on the disk when it resolves. */
class FileBox {
  private items: OutboxItem[] | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly path: string,
    private readonly files: OutboxFiles,
  ) {}

  read(): Promise<OutboxItem[]> {
    return this.next(async () => [...(await this.load())]);
  }

  change(how: (items: readonly OutboxItem[]) => OutboxItem[]): Promise<void> {
    return this.next(async () => {
      const items = how(await this.load());
      await this.save(items);
      this.items = items;
    });
  }

  private next<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.last.then(task);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async load(): Promise<OutboxItem[]> {
    this.items ??= await this.readItems();
    return this.items;
  }

  private async readItems(): Promise<OutboxItem[]> {
    const text = await this.files.readFile(this.path, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return '[]';
      throw error;
    });
    try {
      return JSON.parse(text) as OutboxItem[];
    } catch {
      // Not of our writing. It is put aside, not overwritten: somebody's words may be in it.
      await this.files.rename(this.path, `${this.path}.unreadable`);
      return [];
    }
  }

  private async save(items: readonly OutboxItem[]): Promise<void> {
    if (items.length === 0) return this.files.rm(this.path, { force: true });
    await this.files.mkdir(this.folder, { recursive: true, mode: OWNER_ONLY.folder });
    const draft = `${this.path}.new`;
    const file = await this.files.open(draft, 'w', OWNER_ONLY.file);
    try {
      await file.writeFile(JSON.stringify(items));
      await file.sync();
    } finally {
      await file.close();
    }
    await this.files.rename(draft, this.path);
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
