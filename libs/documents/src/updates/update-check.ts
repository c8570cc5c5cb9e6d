import { DOCUMENT_COMMENTS, DOCUMENT_MARKS, DOCUMENT_NODES, DOCUMENT_TEXT } from '@roundtable/contracts';
import {
  ContentAny,
  ContentDeleted,
  ContentFormat,
  ContentString,
  ContentType,
  decodeUpdate,
  GC,
  Item,
  Skip,
  XmlElement,
  XmlText,
  type ID,
} from 'yjs';
import { UpdateBehind, UpdateMalformed } from '../documents.errors.js';

/** What an update brings that the document does not have. */
export interface CheckedUpdate {
  /** Yjs client ids in whose name there are new words. */
  clients: number[];
  /** Values that are new: attributes, and entries of the map of comments. */
  values: { id: ID; value: unknown }[];
}

/** How far a document has come by client; nothing or 0 for one who never wrote in it. */
export type KnownClocks = Pick<ReadonlyMap<number, number>, 'get'>;

type Struct = ReturnType<typeof decodeUpdate>['structs'][number];

/** More than a document can hold: a longer run is there only to fill numbers. */
const LONGEST_RUN = 2_000_000;

/**
 * Reads an update without touching any document, and says what is new in it against `known`, the clocks that the document has
 * by client.
 * @throws UpdateMalformed for bytes that are no update and for what a text may not hold
 * @throws UpdateBehind where it builds on words that the document does not have
 */
export function checkUpdate(update: Uint8Array, known: KnownClocks): CheckedUpdate {
  const { structs, ds } = decode(update);
  const reach = new Map<number, number>();
  const clients = new Set<number>();
  const values: CheckedUpdate['values'] = [];
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const had = known.get(client) ?? 0;
    if (struct.length > LONGEST_RUN) throw new UpdateMalformed('it holds a run longer than a document');
    if (struct instanceof Skip || clock > (reach.get(client) ?? had)) throw new UpdateBehind(client, clock);
    reach.set(client, Math.max(reach.get(client) ?? had, clock + struct.length));
    if (clock + struct.length <= had) continue;
    clients.add(client);
    demandAllowed(struct);
    if (struct instanceof Item && struct.content instanceof ContentAny)
      values.push({ id: struct.id, value: struct.content.arr.at(-1) });
  }
  const isThere = ({ client, clock }: ID): boolean => clock < (reach.get(client) ?? known.get(client) ?? 0);
  for (const struct of structs) demandRoots(struct, isThere);
  for (const [client, deletes] of ds.clients)
    for (const { clock, len } of deletes)
      if (len > 0 && !isThere({ client, clock: clock + len - 1 } as ID))
        throw new UpdateBehind(client, clock);
  return { clients: [...clients], values };
}

function decode(update: Uint8Array): ReturnType<typeof decodeUpdate> {
  try {
    return decodeUpdate(update);
  } catch {
    throw new UpdateMalformed('these bytes are no update');
  }
}

function demandAllowed(struct: Struct): void {
  if (struct instanceof GC) return;
  if (!(struct instanceof Item)) throw new UpdateMalformed('it holds an unknown kind of change');
  const { content, parent, parentSub } = struct;
  if (typeof parent === 'string') demandRoot(parent, parentSub);
  if (content instanceof ContentString || content instanceof ContentAny || content instanceof ContentDeleted)
    return;
  if (content instanceof ContentFormat) return demandMark(content.key, content.value);
  if (content instanceof ContentType) return demandNode(content.type);
  throw new UpdateMalformed('it holds a kind of content that a text has not');
}

function demandRoot(root: string, parentSub: string | null): void {
  const isKnown =
    root === DOCUMENT_TEXT ? parentSub === null : root === DOCUMENT_COMMENTS && parentSub !== null;
  if (!isKnown) throw new UpdateMalformed('it writes outside of the text and its comments');
}

function demandNode(type: unknown): void {
  if (type instanceof XmlText) return;
  const isKnown = type instanceof XmlElement && DOCUMENT_NODES.some((name) => name === type.nodeName);
  if (!isKnown) throw new UpdateMalformed('it holds a kind of paragraph that a text has not');
}

/** Marks that may stand twice on the same words carry a hash behind their name. */
function demandMark(key: string, value: unknown): void {
  const [name] = key.split('--');
  if (!DOCUMENT_MARKS.some((mark) => mark === name))
    throw new UpdateMalformed('it holds a mark that a text has not');
  const href = (value as { href?: unknown } | null)?.href;
  if (name !== 'link' || href === undefined || href === null) return;
  const isSafe = typeof href === 'string' && /^(https?:|mailto:)/i.test(href);
  if (!isSafe) throw new UpdateMalformed('a link leads to an address that is neither web nor mail');
}

function demandRoots(struct: Struct, isThere: (id: ID) => boolean): void {
  if (!(struct instanceof Item)) return;
  const { origin, rightOrigin, parent } = struct;
  const needed = [origin, rightOrigin, isId(parent) ? parent : null];
  for (const id of needed) if (id && !isThere(id)) throw new UpdateBehind(id.client, id.clock);
}

function isId(parent: Item['parent'] | string): parent is ID {
  return typeof parent === 'object' && parent !== null && 'clock' in parent;
}
