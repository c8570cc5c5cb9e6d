import { Fragment, type Node } from '@tiptap/pm/model';
import type { Mappable } from '@tiptap/pm/transform';

/** Blocks that keep an identity, so that amendments and comments can name them. */
export const IDENTIFIED = ['paragraph', 'heading', 'listItem'];

interface Carrier {
  id: string | null;
  at: number;
  isEmpty: boolean;
}

/**
 * Where blocks stand that need an identity of their own: those without one, and those that share one, as after a split or a
 * paste. Of several with one identity it stays with the words: with the one that has some, then with the one that was there
 * before (`mapping` leads from `before` to `after`), then with the first.
 */
export function findUnidentified(before: Node, after: Node, mapping: Mappable): number[] {
  const carriers = carriersIn(after);
  const byId = groupById(carriers);
  const found = carriers.filter(({ id }) => id === null).map(({ at }) => at);
  const shared = [...byId.values()].filter((group) => group.length > 1);
  if (shared.length > 0) {
    const places = new Map(carriersIn(before).map(({ id, at }) => [id, mapping.map(at, 1)]));
    for (const group of shared) {
      const keeper = keeperOf(group, places.get(group[0]?.id ?? null));
      found.push(...group.filter((each) => each !== keeper).map(({ at }) => at));
    }
  }
  return found.sort((a, b) => a - b);
}

/** Gives identities to blocks before they are in a text, where each would be a change of the whole text by itself. */
export function withIdentities(blocks: Fragment): Fragment {
  const named: Node[] = [];
  blocks.forEach((block) => {
    const isMissing = IDENTIFIED.includes(block.type.name) && !block.attrs['id'];
    const attrs = isMissing ? { ...block.attrs, id: newIdentity() } : block.attrs;
    const content = block.isTextblock ? block.content : withIdentities(block.content);
    named.push(block.isText ? block : block.type.create(attrs, content, block.marks));
  });
  return Fragment.from(named);
}

/** Ten letters and figures by chance: enough for every paragraph ever written in one installation. */
export function newIdentity(): string {
  const signs = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => signs[byte % signs.length]).join(
    '',
  );
}

function keeperOf(group: Carrier[], placeBefore: number | undefined): Carrier | undefined {
  const withWords = group.filter(({ isEmpty }) => !isEmpty);
  const candidates = withWords.length > 0 ? withWords : group;
  return candidates.find(({ at }) => at === placeBefore) ?? candidates[0];
}

function carriersIn(doc: Node): Carrier[] {
  const found: Carrier[] = [];
  doc.descendants((node, at) => {
    if (IDENTIFIED.includes(node.type.name)) {
      const id: unknown = node.attrs['id'];
      found.push({
        id: typeof id === 'string' && id !== '' ? id : null,
        at,
        isEmpty: node.textContent === '',
      });
    }
    return !node.isTextblock;
  });
  return found;
}

function groupById(carriers: Carrier[]): Map<string, Carrier[]> {
  const groups = new Map<string, Carrier[]>();
  for (const carrier of carriers) {
    if (carrier.id === null) continue;
    const group = groups.get(carrier.id);
    if (group) group.push(carrier);
    else groups.set(carrier.id, [carrier]);
  }
  return groups;
}
