/** Which document: a proposal has one. */
export interface DocumentKey {
  room: string;
  proposal: string;
}

/** The key as one word, for maps. */
export function keyOf({ room, proposal }: DocumentKey): string {
  return `${room}/${proposal}`;
}
