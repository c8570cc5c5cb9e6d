import { describe, expect, it } from '@jest/globals';
import {
  FACT_TYPES,
  isWithheld,
  LANGUAGES,
  type Entry,
  type ExportedEntry,
  type FactMap,
  type FloorState,
  type Language,
  type ProposalSourceView,
  type ProposalView,
} from '@roundtable/contracts';
import { EVERY_FACT } from '../../../client/src/testing/every-fact.js';
import { ModelRoom } from '../../../client/src/testing/model-room.js';
import { sampleProposal } from '../../../client/src/testing/samples.js';
import { passageKindOf } from '../passage-types.js';
import { writeEvent } from './markdown-event.js';
import { PeopleNames } from './people-names.js';
import { Wording } from './wording.js';

const aida = {
  id: 'a',
  name: 'Aida Osmonova',
  position: null,
  delegation: null,
  roles: ['expert' as const],
  language: null,
  attendance: null,
  removed: true,
};

function told(state: FloorState, language: 'en' | 'ru' | 'ky' = 'en'): string[] {
  const data = { request: { participant: 'a', state } };
  const entry = { type: 'floor.withdrawn', data } as unknown as ExportedEntry;
  const wording = new Wording(language, 'Asia/Bishkek');
  return writeEvent(entry, { wording, names: new PeopleNames([aida], []), proposals: new Map() });
}

function tellTakenBack(language: 'en' | 'ru' | 'ky'): string[] {
  const data = { proposal: 'p', participant: 'a' };
  const entry = { type: 'proposals.position_withdrawn', data } as unknown as ExportedEntry;
  const proposals = new Map([['p', { id: 'p', number: 7 } as ProposalView]]);
  return writeEvent(entry, {
    wording: new Wording(language, 'Asia/Bishkek'),
    names: new PeopleNames([aida], []),
    proposals,
  });
}

const room = new ModelRoom();
for (const step of EVERY_FACT) step(room);
const ENTRIES = room.entries.filter((entry): entry is Entry => !isWithheld(entry));

function tell(entry: Pick<Entry, 'at' | 'type' | 'data'>, language: Language = 'en'): string {
  return writeEvent(entry as ExportedEntry, {
    wording: new Wording(language, 'Asia/Bishkek'),
    names: new PeopleNames([...room.participants.values()], [...room.delegations.values()]),
    proposals: new Map([...room.proposals, ['p9', sampleProposal(9, [])]]),
  }).join('\n');
}

describe('the words of an event in an export', () => {
  it.each(LANGUAGES)('tell each kind of event that stands in the transcript (%s)', (language) => {
    for (const type of FACT_TYPES) {
      const entries = ENTRIES.filter((entry) => entry.type === type);
      const isTold = passageKindOf(type) === 'event';
      expect([type, entries.length]).not.toEqual([type, 0]);
      for (const entry of entries) expect([type, tell(entry, language) !== '']).toEqual([type, isTold]);
    }
  });

  it('tell who takes part no more', () => {
    const removed = ENTRIES.find(({ type }) => type === 'meetings.participant_removed') as Entry;
    expect(tell(removed)).toBe('Participant temir no longer takes part in the meeting.');
  });

  it('tell what became of the sources of a proposal', () => {
    const [marked, left] = ENTRIES.filter(({ type }) => type === 'proposals.sourced') as Entry[];
    const { proposal, merged } = left?.data as FactMap['proposals.sourced'];
    const sources = [{ via: merged } as ProposalSourceView];
    const joined = { ...left, data: { proposal: { ...proposal, sources }, merged } };
    expect([marked, joined, left].map((entry) => tell(entry as Entry))).toEqual([
      'More words were marked as sources of proposal 2.',
      'The sources of proposal 9 came to proposal 2.',
      'The sources of proposal 9 left proposal 2 again.',
    ]);
  });

  it('tell a reservation on the communique with its words, and that one was taken back', () => {
    const before = ENTRIES.find(({ type }) => type === 'publications.communique_reserved') as Entry;
    const entered = structuredClone(before) as Entry<'publications.communique_reserved'>;
    const reservation = { id: 'r', delegation: 'a', text: 'Not for *us*.', by: 'temir', at: entered.at };
    entered.data.communique.parts[0]?.reservations.push(reservation);
    expect([tell(entered), tell(before)]).toEqual([
      'Delegation a entered a reservation on paragraph 1 of the communique: Not for \\*us\\*.',
      'A reservation on the communique was taken back; none is left',
    ]);
  });

  it('tell a corrected report as one', () => {
    const corrected = ENTRIES.find(({ type }) => type === 'follow_up.corrected') as Entry;
    expect(tell(corrected)).toMatch(/corrected a report on the follow-up of proposal 2: .+ %$/);
  });

  it('say who gave up asking for the floor, and of nobody taken off the list that they did', () => {
    expect(told('withdrawn')).toEqual(['Aida Osmonova gave up the request for the floor.']);
    expect(told('removed')).toEqual(['Aida Osmonova was taken off the list of speakers.']);
    expect(told('removed', 'ru')).toEqual(['Aida Osmonova: запись в списке выступающих снята.']);
    expect(told('removed', 'ky')).toEqual(['Aida Osmonova сүйлөөчүлөрдүн тизмесинен чыгарылды.']);
  });

  it('say who took a position back, and on which proposal', () => {
    expect(tellTakenBack('en')).toEqual(['Aida Osmonova took back the position on proposal 7.']);
    expect(tellTakenBack('ru')).toEqual(['Aida Osmonova: позиция по предложению 7 отозвана.']);
    expect(tellTakenBack('ky')).toEqual(['Aida Osmonova: 7-сунуш боюнча позициясы кайтарып алынды.']);
  });
});
