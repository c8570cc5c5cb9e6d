import { describe, expect, it } from '@jest/globals';
import {
  FACT_TYPES,
  isWithheld,
  LANGUAGES,
  type Entry,
  type FactType,
  type PassageView,
  type ProposalSourceView,
} from '@roundtable/contracts';
import { EVERY_FACT } from '../../../../../libs/client/src/testing/every-fact.js';
import { ModelRoom } from '../../../../../libs/client/src/testing/model-room.js';
import { sampleProposal } from '../../../../../libs/client/src/testing/samples.js';
import { passageKindOf } from '../../../../../libs/transcript/src/passage-types.js';
import { formatMessage, type MessageValues } from '../../app/i18n/message-formatter.js';
import { messages as amendmentWords } from '../amendments/record/messages.js';
import { tellEvent, type EventTelling } from './event-sentence.js';
import { messages } from './messages.js';

type Language = (typeof LANGUAGES)[number];

/** Events that have a form of their own instead of a sentence. */
const DRAWN: readonly FactType[] = ['meetings.item_opened', 'proposals.decided', 'transcript.imported'];

const room = new ModelRoom();
for (const step of EVERY_FACT) step(room);
const ENTRIES = room.entries.filter((entry): entry is Entry => !isWithheld(entry));

describe('the sentence of an event', () => {
  it.each(LANGUAGES)('tells each kind of event that stands in the transcript (%s)', (language) => {
    const told = FACT_TYPES.filter((type) => passageKindOf(type) === 'event' && !DRAWN.includes(type));
    for (const type of told) {
      const entries = ENTRIES.filter((entry) => entry.type === type);
      expect([type, entries.length]).not.toEqual([type, 0]);
      for (const entry of entries) expect([type, tell(entry, language)]).not.toEqual([type, '']);
    }
  });

  it('names who takes part no more', () => {
    const entry = ENTRIES.find(({ type }) => type === 'meetings.participant_removed') as Entry;
    expect(tell(entry, 'en')).toBe('\u2068Participant temir\u2069 no longer takes part in the meeting');
  });

  it('tells words that came to a proposal, from the room or from a merged one, and that left it again', () => {
    const [marked, left] = ENTRIES.filter(({ type }) => type === 'proposals.sourced');
    const joined = structuredClone(left) as Entry<'proposals.sourced'>;
    joined.data.proposal.sources = [{ via: joined.data.merged } as ProposalSourceView];
    expect([marked, joined, left].map((entry) => tell(entry as Entry, 'en'))).toEqual([
      'More words were marked as sources of proposal 2',
      'The sources of proposal 9 came to proposal 2',
      'The sources of proposal 9 left proposal 2 again',
    ]);
  });

  it('tells a reservation on the communique with its words, and one that was taken back', () => {
    const before = ENTRIES.find(({ type }) => type === 'publications.communique_reserved') as Entry;
    const entered = structuredClone(before) as Entry<'publications.communique_reserved'>;
    const reservation = { id: 'r', delegation: 'a', text: 'Not for us.', by: 'temir', at: entered.at };
    entered.data.communique.parts[0]?.reservations.push(reservation);
    expect([entered, before].map((entry) => tell(entry, 'en'))).toEqual([
      '\u2068Delegation a\u2069 entered a reservation on paragraph 1 of the communique: \u2068Not for us.\u2069',
      'A reservation on the communique was taken back; none is left',
    ]);
  });

  it('tells a corrected report as one', () => {
    const entry = ENTRIES.find(({ type }) => type === 'follow_up.corrected') as Entry;
    expect(tell(entry, 'en')).toMatch(/corrected a report on the follow-up of proposal 2: .+ %$/);
  });
});

function tell(entry: Entry, language: Language): string {
  return tellEvent(passageOf(entry), tellingIn(language));
}

/** As the server presents it. */
function passageOf({ seq, at, actor, item, type, data }: Entry): PassageView {
  const about = type === 'meetings.participant_removed' ? 'temir' : actor;
  const nothing = { body: null, version: 1, withdrawn: null, replyTo: null, quote: null, recordedBy: null };
  return {
    ...nothing,
    seq,
    at,
    kind: 'event',
    type,
    speaker: about,
    item,
    reactions: [],
    proposals: [],
    data,
  };
}

function tellingIn(language: Language): EventTelling {
  const translate = <Key extends string>(catalog: Record<Language, Record<Key, string>>) =>
    Object.assign(
      (key: Key, values?: MessageValues) => formatMessage(language, catalog[language][key], values),
      {
        rich: () => null,
      },
    );
  const { participants, delegations, proposals } = room;
  return {
    t: translate(messages),
    amended: translate(amendmentWords),
    register: {
      person: (id) => participants.get(id ?? '') ?? null,
      delegation: (id) => delegations.get(id ?? '') ?? null,
      proposalById: (id) => (id === 'p9' ? sampleProposal(9, []) : (proposals.get(id) ?? null)),
    },
  };
}
