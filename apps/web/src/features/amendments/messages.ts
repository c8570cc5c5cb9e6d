import { en } from './messages.en.js';
import { ky } from './messages.ky.js';
import { ru } from './messages.ru.js';

export const messages = { en, ru, ky };
