const PAGE = 64;

/**
 * An immutable map from seq (1, 2, 3 ...) to a value, read in ascending order. A change copies one page of 64 and the
 * list of pages, so the record can grow by thousands while each step stays cheap and old versions stay valid.
 */
export class SeqMap<V> {
  private constructor(
    private readonly pages: readonly (readonly (V | undefined)[] | undefined)[],
    readonly size: number,
  ) {}

  static empty<V>(): SeqMap<V> {
    return new SeqMap<V>([], 0);
  }

  get(seq: number): V | undefined {
    return this.pages[Math.floor(seq / PAGE)]?.[seq % PAGE];
  }

  has(seq: number): boolean {
    return this.get(seq) !== undefined;
  }

  /** Gives a map that holds the value; this one stays as it is. */
  set(seq: number, value: V): SeqMap<V> {
    const before = this.get(seq);
    if (before === value) return this;
    return new SeqMap(this.withSlot(seq, value), this.size + (before === undefined ? 1 : 0));
  }

  delete(seq: number): SeqMap<V> {
    return this.has(seq) ? new SeqMap(this.withSlot(seq, undefined), this.size - 1) : this;
  }

  *values(): Generator<V> {
    for (const page of this.pages) {
      for (const value of page ?? []) if (value !== undefined) yield value;
    }
  }

  *entries(): Generator<[number, V]> {
    for (const [index, page] of this.pages.entries()) {
      for (const [slot, value] of (page ?? []).entries()) {
        if (value !== undefined) yield [index * PAGE + slot, value];
      }
    }
  }

  private withSlot(seq: number, value: V | undefined): readonly (readonly (V | undefined)[] | undefined)[] {
    const index = Math.floor(seq / PAGE);
    const pages = index < this.pages.length ? this.pages.slice() : extend(this.pages, index + 1);
    const page = pages[index]?.slice() ?? new Array<V | undefined>(PAGE).fill(undefined);
    page[seq % PAGE] = value;
    pages[index] = page;
    return pages;
  }
}

function extend<T>(list: readonly (T | undefined)[], length: number): (T | undefined)[] {
  return [...list, ...new Array<T | undefined>(length - list.length).fill(undefined)];
}
