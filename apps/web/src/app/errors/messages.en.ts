import { ERROR_SENTENCES } from '@roundtable/contracts';

/** The server's sentences, and those for what goes wrong before it is reached. */
export const en = {
  ...ERROR_SENTENCES,
  unreachable: 'The server cannot be reached. Check your connection and try again.',
  unreadable: 'The server answered with something this page does not understand. Reload the page.',
} as const;
