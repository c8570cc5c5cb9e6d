import { describe, expect, it } from '@jest/globals';
import type { ExportedEntry, FloorState, ProposalView } from '@roundtable/contracts';
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

describe('the words of an event in an export', () => {
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
