import { ContentString, createID, decodeUpdate, ID, Item, Skip, UpdateEncoderV1 } from 'yjs';

type Struct = ReturnType<typeof decodeUpdate>['structs'][number];

/** Words that are taken out: `len` numbers of a client from `clock` on. */
interface Deletion {
  client: number;
  clock: number;
  len: number;
}

/** More than stands beside the letters of one piece: whose it is and between which others. */
const ROOM_FOR_IDS = 100;
/** No more than one deletion takes with what stands before it. */
const DELETION_BYTES = 24;
const LETTER_BYTES = 3;

/**
 * Divides an update into ones of at most `mostBytes` that together bring the same, each of which can be taken in after those
 * before it: what is new in the order in which it hangs together, then what is taken out. Every word keeps its id. A part is
 * larger only where a single value is, such as a comment.
 */
export function partsOf(update: Uint8Array, mostBytes: number): Uint8Array[] {
  const { structs, ds } = decodeUpdate(update);
  if (update.length <= mostBytes && !structs.some(isGap)) return [update];
  const mostLetters = Math.floor((mostBytes - ROOM_FOR_IDS) / LETTER_BYTES);
  const pieces = structs.flatMap((struct) => piecesOf(struct, mostLetters));
  const deletions = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, len })),
  );
  return [
    ...grouped(inOrder(pieces), mostBytes, (piece) => (isGap(piece) ? Infinity : encode([piece], []).length))
      .map((group) => group.filter((piece) => !isGap(piece)))
      .filter((group) => group.length > 0)
      .map((group) => encode(group, [])),
    ...grouped(deletions, mostBytes, () => DELETION_BYTES).map((group) => encode([], group)),
  ];
}

/** Numbers that are not in the update: what is behind them cannot be sent together with what is before. */
function isGap(struct: Struct): struct is Skip {
  return struct instanceof Skip;
}

function piecesOf(struct: Struct, mostLetters: number): Struct[] {
  if (!(struct instanceof Item && struct.content instanceof ContentString)) return [struct];
  const { str } = struct.content;
  const pieces: Struct[] = [];
  for (let from = 0; from < str.length;) {
    const to = endOfPiece(str, from + mostLetters);
    pieces.push(sliceOf(struct, str.slice(from, to), from));
    from = to;
  }
  return pieces;
}

/** Yjs replaces both halves of a sign that is cut in two. */
function endOfPiece(letters: string, end: number): number {
  const last = letters.charCodeAt(end - 1);
  const isInSign = end < letters.length && last >= 0xd800 && last <= 0xdbff;
  return Math.min(letters.length, isInSign ? end - 1 : end);
}

/** The part of a run of letters that begins `from` letters behind its beginning, as Yjs writes it when it cuts one. */
function sliceOf({ id, origin, rightOrigin, parent, parentSub }: Item, letters: string, from: number): Item {
  const before = from === 0 ? origin : createID(id.client, id.clock + from - 1);
  const ownId = createID(id.client, id.clock + from);
  return new Item(ownId, null, before, null, rightOrigin, parent, parentSub, new ContentString(letters));
}

/** Orders what stands in an update: what others hang on comes before them, whosever it is. */
export function inOrder(structs: readonly Struct[]): Struct[] {
  const reach = new Map<number, number>();
  for (const { id } of structs) if (!reach.has(id.client)) reach.set(id.client, id.clock);
  const isThere = ({ client, clock }: ID): boolean => clock < (reach.get(client) ?? Infinity);
  const ordered: Struct[] = [];
  const take = (struct: Struct): boolean => {
    const { client, clock } = struct.id;
    if (clock !== reach.get(client) || !needsOf(struct).every(isThere)) return false;
    reach.set(client, clock + struct.length);
    ordered.push(struct);
    return true;
  };
  let left = structs;
  for (;;) {
    const later = left.filter((struct) => !take(struct));
    // What hangs on itself in a circle is no update; it is for the server to refuse.
    if (later.length === 0 || later.length === left.length) return [...ordered, ...later];
    left = later;
  }
}

function needsOf(struct: Struct): ID[] {
  if (!(struct instanceof Item)) return [];
  return [struct.origin, struct.rightOrigin, struct.parent].filter((need) => need instanceof ID);
}

/** Parts a list, as it is ordered, into groups that are no larger than `most` together. */
function grouped<T>(all: readonly T[], most: number, sizeOf: (each: T) => number): T[][] {
  const groups: T[][] = [];
  let room = 0;
  for (const each of all) {
    const size = sizeOf(each);
    const group = size <= room ? groups.at(-1) : undefined;
    if (group) group.push(each);
    else groups.push([each]);
    room = (group ? room : most) - size;
  }
  return groups;
}

function encode(structs: readonly Struct[], deletions: readonly Deletion[]): Uint8Array {
  const encoder = new UpdateEncoderV1();
  const written = byClient(structs, ({ id }) => id.client);
  encoder.writeLen(written.size);
  for (const [client, own] of written) {
    encoder.writeLen(own.length);
    encoder.writeClient(client);
    encoder.writeLen(own[0]?.id.clock ?? 0);
    for (const struct of own) struct.write(encoder, 0);
  }
  const deleted = byClient(deletions, (deletion) => deletion.client);
  encoder.writeLen(deleted.size);
  for (const [client, own] of deleted) {
    encoder.writeClient(client);
    encoder.writeLen(own.length);
    for (const { clock, len } of own) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}

function byClient<T>(all: readonly T[], clientOf: (each: T) => number): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const each of all) {
    const own = found.get(clientOf(each));
    if (own) own.push(each);
    else found.set(clientOf(each), [each]);
  }
  return found;
}
