import type { ProposalState, ProposalView } from '@roundtable/contracts';
import { describe, expect, it } from '@jest/globals';
import type { ActingPerson } from './life/acting-person.js';
import { withLife } from './life/proposal-life.js';
import { changeProposal as byAnybody, withdrawProposal } from './proposal-changes.js';

function proposal(over: Partial<ProposalView> = {}): ProposalView {
  return {
    id: 'p1',
    number: 1,
    title: 'Exchange of flow data',
    text: 'Flow data are exchanged every month.',
    state: 'captured',
    focusArea: null,
    responsible: null,
    timeline: null,
    version: 3,
    capturedBy: null,
    capturedAt: '2026-03-02T09:00:00.000Z',
    sources: [],
    positions: [],
    decision: null,
    ...over,
  };
}

const rapporteur: ActingPerson = { participant: 'r', delegation: null, isStaff: true, conducts: false };
const expert: ActingPerson = { participant: 'e', delegation: 'd', isStaff: false, conducts: false };

/** A change by the rapporteur, who may change everything that can be changed. */
const change = (before: ProposalView, changes: Parameters<typeof byAnybody>[1]) =>
  byAnybody(before, changes, rapporteur);

describe('changing a proposal', () => {
  it('changes the fields named and leaves the others', () => {
    const changed = change(proposal({ timeline: 'spring' }), { version: 3, focusArea: 'Water' });
    expect(changed).toEqual(proposal({ timeline: 'spring', focusArea: 'Water', version: 4 }));
  });

  it('empties a field that is set to null', () => {
    expect(change(proposal({ timeline: 'spring' }), { version: 3, timeline: null }).timeline).toBeNull();
  });

  it('refuses a change made on an older version and shows the current one', () => {
    const current = proposal();
    expect(() => change(current, { version: 2, title: 'Other' })).toThrow(
      expect.objectContaining({ code: 'stale_version', data: { version: 3, proposal: current } }),
    );
  });

  it('refuses a change that changes nothing', () => {
    const refused = expect.objectContaining({ code: 'nothing_changed' });
    expect(() => change(proposal(), { version: 3 })).toThrow(refused);
    expect(() => change(proposal(), { version: 3, title: proposal().title, timeline: null })).toThrow(
      refused,
    );
  });

  it.each<ProposalState>(['withdrawn', 'deciding', 'adopted', 'rejected', 'merged'])(
    'refuses to touch what is %s',
    (state) => {
      const refused = expect.objectContaining({ code: 'proposal_state' });
      expect(() => change(proposal({ state }), { version: 3, title: 'Other' })).toThrow(refused);
      expect(() => withdrawProposal(proposal({ state }), null, rapporteur)).toThrow(
        expect.objectContaining({ code: 'proposal_move' }),
      );
    },
  );

  it('withdraws as a new version', () => {
    expect(withdrawProposal(proposal(), null, rapporteur)).toEqual(
      proposal({ state: 'withdrawn', version: 4 }),
    );
  });

  it('lets those who submit it write it until it is admitted, and nobody else who is no staff', () => {
    const ours = (state: ProposalState) =>
      withLife(proposal({ state }), { submitters: [{ kind: 'delegation', id: 'd' }] });
    const write = (before: ProposalView, person = expert) =>
      byAnybody(before, { version: 3, title: 'Other' }, person);
    expect(write(ours('captured')).title).toBe('Other');
    expect(write(ours('submitted')).version).toBe(4);
    for (const state of ['admitted', 'under_discussion'] as const)
      expect(() => write(ours(state))).toThrow(expect.objectContaining({ code: 'proposal_frozen' }));
    const stranger = { ...expert, delegation: null };
    expect(() => write(ours('captured'), stranger)).toThrow(
      expect.objectContaining({ code: 'not_submitter' }),
    );
    expect(() => write(proposal())).toThrow(expect.objectContaining({ code: 'not_submitter' }));
  });

  it('names submitters and references as a whole, once each, by staff only', () => {
    const submitters = [
      { kind: 'person' as const, id: 'e' },
      { kind: 'meeting' as const, id: null },
    ];
    const references = [{ kind: 'builds_on' as const, proposal: 'p2' }];
    const named = change(proposal(), { version: 3, submitters, references });
    expect(named.life).toMatchObject({ submitters, references });
    const refused = (code: string, data: object) =>
      expect.objectContaining({ code, data: expect.objectContaining(data) });
    expect(() => change(named, { version: 4, submitters })).toThrow(
      expect.objectContaining({ code: 'nothing_changed' }),
    );
    const twice = [...submitters, { kind: 'person' as const, id: 'e' }];
    expect(() => change(named, { version: 4, submitters: twice })).toThrow(
      refused('invalid', { field: 'submitters', id: 'e' }),
    );
    const itself = [{ kind: 'see_also' as const, proposal: 'p1' }];
    expect(() => change(named, { version: 4, references: itself })).toThrow(
      refused('invalid', { field: 'references' }),
    );
    expect(() => byAnybody(named, { version: 4, submitters: [] }, expert)).toThrow(
      expect.objectContaining({ code: 'not_submitter' }),
    );
  });
});
