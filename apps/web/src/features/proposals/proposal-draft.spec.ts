import { describe, expect, it } from '@jest/globals';
import { LIMITS, type ProposalView } from '@roundtable/contracts';
import {
  beginDraft,
  changesOf,
  faultIn,
  isChangeable,
  keepMine,
  markSent,
  rebase,
  takeTheirs,
  typeInto,
} from './proposal-draft.js';

function proposal(parts: Partial<ProposalView> = {}): ProposalView {
  return {
    id: '0199e000-0000-7000-8000-000000000001',
    number: 1,
    title: 'Gauges',
    text: 'Install gauges.',
    state: 'captured',
    focusArea: null,
    responsible: null,
    timeline: null,
    version: 1,
    capturedBy: null,
    capturedAt: '2026-10-14T05:00:00.000Z',
    sources: [],
    positions: [],
    decision: null,
    ...parts,
  };
}

describe('a draft of a proposal', () => {
  it('sends only what was changed', () => {
    expect(changesOf(beginDraft(proposal()))).toEqual({});
    expect(changesOf(typeInto(beginDraft(proposal()), 'title', 'Gauges on the Sokh'))).toEqual({
      title: 'Gauges on the Sokh',
    });
  });

  it('empties an optional field as null', () => {
    const draft = typeInto(beginDraft(proposal({ timeline: 'spring' })), 'timeline', '  ');
    expect(changesOf(draft)).toEqual({ timeline: null });
  });

  it('does not send what cannot be saved', () => {
    const emptied = typeInto(beginDraft(proposal()), 'title', ' ');
    expect(changesOf(typeInto(emptied, 'focusArea', 'water'))).toEqual({ focusArea: 'water' });
    expect(faultIn('title', ' ')).toBe('empty');
    expect(faultIn('timeline', '')).toBeNull();
    expect(faultIn('timeline', 'by \u202eMay')).toBe('forbidden');
    expect(faultIn('text', 'x'.repeat(LIMITS.proposalTextLength + 1))).toBe('tooLong');
  });

  it('takes over what others change where one changed nothing', () => {
    const draft = typeInto(beginDraft(proposal()), 'title', 'Mine');
    const newer = rebase(draft, proposal({ version: 2, text: 'Theirs' }));
    expect(newer.fields).toMatchObject({ title: 'Mine', text: 'Theirs' });
    expect(newer.conflicts).toEqual({});
    expect(newer.base.version).toBe(2);
    expect(changesOf(newer)).toEqual({ title: 'Mine' });
  });

  it('holds back a field that both sides changed until one has chosen', () => {
    const draft = typeInto(beginDraft(proposal()), 'title', 'Mine');
    const torn = rebase(draft, proposal({ version: 2, title: 'Theirs' }));
    expect(torn.conflicts).toEqual({ title: 'Theirs' });
    expect(changesOf(torn)).toEqual({});
    expect(changesOf(keepMine(torn, 'title'))).toEqual({ title: 'Mine' });
    expect(takeTheirs(torn, 'title').fields.title).toBe('Theirs');
    expect(changesOf(takeTheirs(torn, 'title'))).toEqual({});
  });

  it('sees no conflict where both wrote the same', () => {
    const draft = rebase(
      typeInto(beginDraft(proposal()), 'title', 'Same'),
      proposal({ version: 2, title: 'Same' }),
    );
    expect(draft.conflicts).toEqual({});
  });

  it('knows its own change when it comes back, while one writes on', () => {
    const first = typeInto(beginDraft(proposal()), 'title', 'Gauges on');
    const sent = markSent(first, changesOf(first));
    const further = typeInto(sent, 'title', 'Gauges on the Sokh');
    const back = rebase(further, proposal({ version: 2, title: 'Gauges on' }));
    expect(back.conflicts).toEqual({});
    expect(changesOf(back)).toEqual({ title: 'Gauges on the Sokh' });
  });

  it('is not moved by an older version', () => {
    const draft = beginDraft(proposal({ version: 3 }));
    expect(rebase(draft, proposal({ version: 2, title: 'Old' }))).toBe(draft);
  });

  it('is open for changes only before a decision', () => {
    expect(isChangeable(proposal({ state: 'under_discussion' }))).toBe(true);
    for (const state of ['adopted', 'deciding', 'withdrawn'] as const)
      expect(isChangeable(proposal({ state }))).toBe(false);
  });
});
