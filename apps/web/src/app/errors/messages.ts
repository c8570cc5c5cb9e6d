import type { Catalog } from '../i18n/message-formatter.js';
import { en } from './messages.en.js';
import { ky } from './messages.ky.js';
import { ru } from './messages.ru.js';
import type { ProblemCode } from './problem-code.js';

export const messages: Catalog<ProblemCode> = { en, ru, ky };
