import type { ChangeLine, SetLineView } from '@roundtable/contracts';

/** What the set itself says about a line; its words are the proposal's. */
export const LINE_FIELDS = ['focusArea', 'responsible', 'timeline'] as const;

/** The fields of a line while they are written. */
export type LineFields = Record<(typeof LINE_FIELDS)[number], string>;

export function fieldsOf({ focusArea, responsible, timeline }: SetLineView): LineFields {
  return { focusArea: focusArea ?? '', responsible: responsible ?? '', timeline: timeline ?? '' };
}

/** Two lines with the same stamp have the same fields. A reservation changes none of them. */
export function stampOfFields(line: SetLineView): string {
  return JSON.stringify(fieldsOf(line));
}

/** What is to be sent: what differs from how it was, and no more. */
export function changesIn(
  fields: LineFields,
  before: LineFields,
): Pick<ChangeLine, (typeof LINE_FIELDS)[number]> {
  const changed = LINE_FIELDS.filter((field) => fields[field].trim() !== before[field]);
  return Object.fromEntries(changed.map((field) => [field, fields[field].trim() || null]));
}

/** Puts the fields upon newer ones: what one left as it was takes what others made of it. */
export function rebaseFields(fields: LineFields, before: LineFields, newest: LineFields): LineFields {
  const changed = changesIn(fields, before);
  const upon = (field: keyof LineFields) => (field in changed ? fields : newest)[field];
  return { focusArea: upon('focusArea'), responsible: upon('responsible'), timeline: upon('timeline') };
}
