import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '@roundtable/contracts';
import { messages } from './messages.js';

describe('error sentences', () => {
  it('say every code of the contract in three languages, as sentences', () => {
    for (const code of ERROR_CODES) {
      for (const locale of ['en', 'ru', 'ky'] as const) {
        expect(messages[locale][code]).toMatch(/^\p{Lu}.+\.$/u);
      }
    }
  });

  it('leave no Latin letter in a Russian or Kyrgyz sentence', () => {
    for (const locale of ['ru', 'ky'] as const) {
      for (const sentence of Object.values(messages[locale])) expect(sentence).not.toMatch(/[A-Za-z]/);
    }
  });
});
