import { describe, expect, it } from '@jest/globals';
import type { AmendmentView } from '@roundtable/contracts';
import { formatMessage, type MessageValues } from '../../../app/i18n/message-formatter.js';
import { tellAmendment, type AmendmentFact } from './amendment-sentence.js';
import { messages } from './messages.js';

const t = Object.assign(
  (key: keyof typeof messages.en, values?: MessageValues) => formatMessage('en', messages.en[key], values),
  { rich: () => null },
);
const amendment = (over: Partial<AmendmentView> = {}) =>
  ({ label: 'P-1-A1', proposal: 'p', kind: 'replace', paragraph: 2, reason: null, ...over }) as AmendmentView;
const tell = (fact: AmendmentFact) => tellAmendment(t, fact, () => '7');
const decision = { by: 'gulnara', at: '2026-11-22T09:00:00.000Z', reason: null };

describe('a fact about amendments in words', () => {
  it.each<[string, AmendmentFact]>([
    [
      'Amendment P-1-A1 was tabled to proposal 7: change paragraph 2',
      { type: 'amendments.tabled', data: { amendment: amendment() } },
    ],
    [
      'Amendment P-1-A1 was tabled to proposal 7: new words before the first paragraph — \u2068so that\u2069',
      {
        type: 'amendments.tabled',
        data: { amendment: amendment({ kind: 'insert', paragraph: 0, reason: 'so that' }) },
      },
    ],
    [
      'Amendment P-1-A1 was accepted as friendly',
      {
        type: 'amendments.accepted',
        data: { amendment: amendment({ decision: { ...decision, result: 'accepted', friendly: true } }) },
      },
    ],
    [
      'Amendment P-1-A1 was rejected — \u2068no need\u2069',
      {
        type: 'amendments.rejected',
        data: {
          amendment: amendment({
            decision: { ...decision, result: 'rejected', friendly: false, reason: 'no need' },
          }),
        },
      },
    ],
    [
      'Amendment P-1-A1 was withdrawn — \u2068too late\u2069',
      { type: 'amendments.withdrawn', data: { amendment: amendment(), reason: 'too late' } },
    ],
    [
      'Amendments P-1-A1, P-1-A2 became part of version 3',
      {
        type: 'amendments.merged',
        data: { proposal: 'p', version: 3, amendments: [amendment(), amendment({ label: 'P-1-A2' })] },
      },
    ],
    [
      'New amendments are taken on proposal 7 again',
      { type: 'amendments.regulated', data: { proposal: 'p', stop: null, reason: null } },
    ],
  ])('reads: %s', (words, fact) => {
    expect(tell(fact)).toBe(words);
  });

  it('is nothing where amendments only moved on with the text', () => {
    expect(
      tell({ type: 'amendments.carried', data: { proposal: 'p', version: 2, amendments: [] } }),
    ).toBeNull();
  });
});
