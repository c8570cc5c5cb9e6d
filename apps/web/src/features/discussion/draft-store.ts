/** What one is writing in a room and has not said yet. */
export interface Draft {
  body: string;
  replyTo: number | null;
  quote: string | null;
}

const prefix = 'roundtable.draft.';
export const emptyDraft: Draft = { body: '', replyTo: null, quote: null };

/** Words being written survive a reload; `person` keeps two people at one device apart. */
export function readDraft(room: string, person: string): Draft {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(room, person)) ?? 'null');
    return isDraft(stored) ? stored : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

export function keepDraft(room: string, person: string, draft: Draft): void {
  try {
    if (draft.body === '' && draft.replyTo === null) localStorage.removeItem(keyOf(room, person));
    else localStorage.setItem(keyOf(room, person), JSON.stringify(draft));
  } catch {
    // Storage may be full or forbidden; the draft then lasts as long as the page.
  }
}

/** Forgets what was being written in a room: the right to read it was taken away. */
export function eraseDraft(room: string, person: string): void {
  keepDraft(room, person, emptyDraft);
}

function keyOf(room: string, person: string): string {
  return `${prefix}${room}.${person}`;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { body, replyTo, quote } = value as Record<string, unknown>;
  const isSeq = replyTo === null || typeof replyTo === 'number';
  return typeof body === 'string' && isSeq && (quote === null || typeof quote === 'string');
}
