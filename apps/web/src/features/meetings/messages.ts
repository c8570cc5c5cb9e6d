import { en } from './messages.en.js';
import { ky } from './messages.ky.js';
import { ru } from './messages.ru.js';

/** What every screen about meetings says: states, roles, languages, facts and times. */
export const messages = { en, ru, ky };
