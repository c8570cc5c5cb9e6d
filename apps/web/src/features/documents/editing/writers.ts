import type { Awareness } from 'y-protocols/awareness';

/** Somebody who has the text open, on one or several devices. */
export interface Writer {
  participant: string;
  isSelf: boolean;
}

/** Who has the text open, each person once, oneself first and then in the order of their ids, so that nobody jumps about. */
export function listWriters(awareness: Pick<Awareness, 'getStates'>, self: string | null): Writer[] {
  const present = new Set<string>();
  for (const state of awareness.getStates().values()) {
    const participant = participantOf(state);
    if (participant !== null) present.add(participant);
  }
  return [...present]
    .map((participant) => ({ participant, isSelf: participant === self }))
    .sort((a, b) => Number(b.isSelf) - Number(a.isSelf) || (a.participant < b.participant ? -1 : 1));
}

/** Whose cursor a state of awareness tells of: set by the server, so that nobody can pose as another. */
export function participantOf(state: unknown): string | null {
  const participant = fieldOf(fieldOf(state, 'user'), 'participant');
  return typeof participant === 'string' ? participant : null;
}

/** Whether a state holds a place in the text that can be read; others may send what they like. */
export function hasReadableCursor(state: unknown): boolean {
  const cursor = fieldOf(state, 'cursor');
  return isPlace(fieldOf(cursor, 'anchor')) && isPlace(fieldOf(cursor, 'head'));
}

function isPlace(place: unknown): boolean {
  if (typeof place !== 'object' || place === null) return false;
  return [fieldOf(place, 'item'), fieldOf(place, 'type')].every(
    (id) =>
      id === undefined || id === null || (isNumber(fieldOf(id, 'client')) && isNumber(fieldOf(id, 'clock'))),
  );
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
