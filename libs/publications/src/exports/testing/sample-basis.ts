import type { MeetingView, ProposalView, SetLineView } from '@roundtable/contracts';
import { hashSet } from '../../sets/set-hash.js';
import type { SheetBasis } from '../set-sheet.js';

const AT = '2026-11-20T06:30:00.000Z';

/** A set of so many lines in three languages, with reservations, support and sources. */
export function sampleBasis(count: number, over: Partial<SetLineView> = {}): SheetBasis {
  const lines = Array.from({ length: count }, (_, index) => sampleLine(index + 1, over));
  const title = 'Сунуштар жыйнагы: өзөн суусун чогуу өлчөө';
  return {
    meetings: {
      meeting: {
        id: 'm',
        title: 'Water and energy of the upper basin',
        host: 'Institute of Water Problems',
        startsAt: AT,
        endsAt: '2026-11-20T12:00:00.000Z',
        zone: 'Asia/Bishkek',
        venue: 'Bishkek',
      } as MeetingView,
      room: { id: 'plenary', meeting: 'm', kind: 'plenary', name: 'Plenary' },
      delegations: [
        { id: 'north', name: 'Делегация Северного бассейна', shortName: null, country: null, precedence: 1 },
        { id: 'south', name: 'Түштүк өрөөнүнүн делегациясы', shortName: null, country: null, precedence: 2 },
      ],
      participants: [
        {
          id: 'aizada',
          name: 'Айзада Султанова',
          position: null,
          delegation: 'north',
          roles: ['expert'],
          language: 'ky',
          attendance: null,
          removed: false,
        },
      ],
      items: [],
    },
    proposals: { proposals: lines.map(proposalOf), decisions: [] },
    set: {
      id: 's',
      title,
      state: 'draft',
      version: 3,
      sha256: hashSet(title, lines),
      lines: lines.map(({ id }) => id),
      adoption: null,
      createdBy: 'aizada',
      createdAt: AT,
      changedAt: AT,
    },
    lines,
  };
}

function sampleLine(number: number, over: Partial<SetLineView>): SetLineView {
  const reservation = (id: string, delegation: string, text: string) => ({
    id: `${id}-${number}`,
    delegation,
    text,
    by: 'aizada',
    at: AT,
  });
  return {
    id: `line-${number}`,
    proposal: `proposal-${number}`,
    number,
    proposalVersion: 2,
    focusArea: ['Monitoring', 'Обмен данными', 'Көзөмөл жана өлчөө'][number % 3] ?? null,
    title: ['A joint gauge at the border', 'Общий пост на границе', 'Чек арадагы ортоңку бекет'][
      number % 3
    ] as string,
    text: 'Ө Ү Ң: **measure** the flow daily, publish it monthly.\n\n- in both languages\n- without a fee',
    responsible: 'Министерство энергетики',
    timeline: '2027–2028',
    support: {
      for: 3,
      neutral: 1,
      against: 0,
      delegationsFor: ['north', 'south'],
      delegationsAgainst: [],
      poll: { poll: 'p', number: 4, verdict: 'carried', votes: { for: '5', against: '1', abstain: '0' } },
    },
    reservations:
      number % 4 === 1
        ? [
            reservation('r', 'south', 'Делегация Ыңгайлуу мөөнөткө эскертүүсүн калтырат.'),
            reservation('q', 'north', 'Резервирует позицию по финансированию.'),
          ]
        : [],
    sources: [{ room: 'plenary', seq: 17, textSeq: 17, from: 0, to: 9, sha256: 'a'.repeat(64) }],
    adoption: null,
    ...over,
  };
}

function proposalOf(line: SetLineView): ProposalView {
  const sources = line.sources.map((source) => ({
    ...source,
    words: 'We propose',
    speaker: 'aizada',
    delegation: 'north',
    at: AT,
  }));
  return { id: line.proposal, number: line.number, sources } as unknown as ProposalView;
}
