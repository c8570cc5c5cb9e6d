type ListKind = 'ul' | 'ol';

/** The level of a paragraph that Word shows as an item of a list, from 1; null where it is none. */
export function levelOf(style: string): number | null {
  const level = /mso-list:[^;"']*\blevel(\d)/i.exec(style)?.[1];
  return level === undefined ? null : Math.max(1, Number(level));
}

/** Word writes the bullet or number as words before the item; it tells which kind of list it is. */
export function markerKind(html: string, from: number): ListKind {
  const start = html.slice(from, from + 600);
  const marker = /mso-list:\s*Ignore[^>]*>([\s\S]*?)(?:<span|<\/span)/i.exec(start)?.[1] ?? '';
  return /^\s*\(?([\d]+|[a-zа-яё]{1,4}|[ivxlcdm]+)[.)]/i.test(marker) ? 'ol' : 'ul';
}

/** Word has no lists, only paragraphs of a level: builds nested lists of them. */
export class WordLists {
  private readonly open: ListKind[] = [];

  /** What to write before the words of an item of this level. */
  item(level: number, kind: ListKind): string {
    let out = '';
    while (this.open.length > level) out += `</li></${this.open.pop()}>`;
    if (this.open.length === level) {
      out += '</li>';
      if (this.open.at(-1) !== kind) {
        out += `</${this.open.pop()}><${kind}>`;
        this.open.push(kind);
      }
      return out + '<li>';
    }
    while (this.open.length < level) {
      this.open.push(kind);
      out += `<${kind}><li>`;
    }
    return out;
  }

  endAll(): string {
    let out = '';
    while (this.open.length > 0) out += `</li></${this.open.pop()}>`;
    return out;
  }
}
