/** How a person takes part at this sitting. */
export const ATTENDANCES = ['onSite', 'remote'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** Somebody who has the room open now; several tabs count once. */
export interface PresenceView {
  participant: string;
  since: string;
}

/** `presence.changed`: ephemeral difference, never stored. */
export interface PresenceChanged {
  room: string;
  joined: PresenceView[];
  left: string[];
  count: number;
  /** `joined` is everybody: sent to a reader who was too slow for the differences. */
  complete?: true;
}

/** `presence.typing` intent: sent again every `typingResendMs` while typing, `on: false` on stop. No clientId, no record. */
export interface TypingIntent {
  v: number;
  room: string;
  on: boolean;
}

/** `presence.typed`: ephemeral; the receiver forgets it after `typingExpiryMs`. */
export interface Typed {
  room: string;
  participant: string;
  on: boolean;
}
