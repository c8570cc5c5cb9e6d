import type { en } from './messages.en.js';

/** Every code of the server, and `unreachable` and `unreadable` for what goes wrong before it can answer. */
export type ProblemCode = keyof typeof en;
