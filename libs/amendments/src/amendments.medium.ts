import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AmendmentView, Entry, RoomSnapshot } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { reduceAmendments, type AmendmentsFact } from '../../client/src/reduce-amendments.js';
import { AMENDED_TEXT, AmendmentsRoom } from '../../../test/support/amendments-room.js';

describe('amendments', () => {
  let room: AmendmentsRoom;
  beforeAll(async () => {
    room = await AmendmentsRoom.open();
  });
  beforeEach(() => room.renew());
  afterAll(() => room.close());

  const refused = (code: string, data?: object) =>
    expect.objectContaining({ code, ...(data && { data: expect.objectContaining(data) as object }) });
  const entries = () => room.here.entries(room.at.room);

  /** Acts, and checks that the old snapshot and the facts give the fresh one. */
  async function act(work: () => Promise<unknown>): Promise<Entry[]> {
    const before = await room.snapshot();
    const { length } = await entries();
    await work();
    const facts = (await entries()).slice(length);
    const own = facts.filter(({ type }) => type.startsWith('amendments.')) as Entry<AmendmentsFact>[];
    expect(own.length).toBeGreaterThan(0);
    expect(await room.snapshot()).toEqual(own.reduce<RoomSnapshot['amendments']>(reduceAmendments, before));
    return facts;
  }

  const wording = ({ id, revision }: AmendmentView) => ({ amendment: id, revision });

  describe('tabling', () => {
    it('fixes the first version, numbers the amendment and keeps the paragraph as it read', async () => {
      const proposal = await room.propose();
      const { sha256 } = await room.reading().paragraphs({ room: room.at.room, proposal }, null);
      const facts = await act(() =>
        room.tabling().table(
          room.experts[0],
          room.intent({
            proposal,
            version: 0,
            sha256,
            kind: 'replace' as const,
            paragraph: 2,
            text: 'The gauges of both sides are read *hourly*.',
            reason: 'Floods take an hour.',
          }),
        ),
      );
      expect(facts.map(({ type }) => type)).toEqual(['documents.versioned', 'amendments.tabled']);
      expect(await room.of(proposal)).toMatchObject([
        {
          label: 'P-3-A1',
          version: 1,
          paragraph: 2,
          was: 'The gauges of both sides are read daily by their hosts.',
          text: 'The gauges of both sides are read *hourly*.',
          state: 'tabled',
          sponsors: [{ kind: 'person', id: room.experts[0].membership.participantId }],
        },
      ]);
      const { version, paragraphs } = await room.reading().paragraphs({ room: room.at.room, proposal }, null);
      expect([version, paragraphs.length, paragraphs[1]?.text]).toEqual([
        1,
        5,
        'The gauges of both sides are read daily by their hosts.',
      ]);
    });

    it('is refused on a text that changed before its first version, or that is not named', async () => {
      const proposal = await room.propose();
      const key = { room: room.at.room, proposal };
      const { sha256 } = await room.reading().paragraphs(key, null);
      const wish = { proposal, version: 0, kind: 'delete' as const, paragraph: 5 };
      const table = (over: object) =>
        room.tabling().table(room.experts[0], room.intent({ ...wish, ...over }));
      await room.change(proposal, { text: AMENDED_TEXT.replace('Costs', 'Gains') });
      const now = await room.reading().paragraphs(key, null);
      await expect(table({ sha256 })).rejects.toEqual(
        refused('stale_version', { version: 0, sha256: now.sha256 }),
      );
      await expect(table({})).rejects.toEqual(refused('invalid', { field: 'sha256' }));
      await table({ sha256: now.sha256 });
      const versioned = (await entries()).find(({ type }) => type === 'documents.versioned');
      expect(versioned?.data).toMatchObject({ version: { sha256: now.sha256 } });
      expect(await room.of(proposal)).toMatchObject([{ was: 'Gains lie where they fall.' }]);
    });

    it('refuses what does not fit, saying what is wrong', async () => {
      const proposal = await room.propose();
      await room.table(room.experts[0], proposal, { kind: 'delete', paragraph: 5 });
      const table = (over: object, who = room.experts[0]) =>
        room
          .tabling()
          .table(
            who,
            room.intent({ proposal, version: 1, kind: 'replace', paragraph: 2, text: 'X', ...over }),
          );
      await expect(table({ version: 2 })).rejects.toEqual(refused('stale_version', { version: 1 }));
      await expect(table({ version: 0 })).rejects.toEqual(refused('stale_version', { version: 1 }));
      await expect(table({ paragraph: 6 })).rejects.toEqual(
        refused('invalid', { field: 'paragraph', most: 5 }),
      );
      await expect(table({ paragraph: 0 })).rejects.toEqual(refused('invalid', { field: 'paragraph' }));
      await expect(table({ text: null })).rejects.toEqual(refused('invalid', { field: 'text' }));
      await expect(table({ text: '[a]: http://b.example' })).rejects.toEqual(
        refused('invalid', { field: 'text' }),
      );
      await expect(table({ kind: 'delete' })).rejects.toEqual(refused('invalid', { field: 'text' }));
      const same = 'The gauges of both sides are read daily by their hosts.';
      await expect(table({ text: `  ${same} ` })).rejects.toEqual(refused('nothing_changed'));
      const other = { kind: 'person', id: room.experts[1].membership.participantId };
      await expect(table({ sponsors: [other] })).rejects.toEqual(refused('invalid', { field: 'sponsors' }));
      await expect(table({ sponsors: [] })).rejects.toEqual(refused('invalid', { field: 'sponsors' }));
      await expect(table({}, room.observer)).rejects.toEqual(refused('forbidden'));
      await room.setState(proposal, 'deciding');
      await expect(table({})).rejects.toEqual(refused('proposal_state', { state: 'deciding' }));
      expect(await room.of(proposal)).toHaveLength(1);
    });

    it('keeps hostile words as words, and takes them into the text unharmed', async () => {
      const proposal = await room.propose();
      const text =
        '<script>alert(1)</script> ![x](http://a.example/x.png) [go](javascript:alert(1)) \u202Eاب # end';
      const amendment = await room.accepted(proposal, { kind: 'insert', paragraph: 0, text });
      const merge = { proposal, version: 1, amendments: [amendment.id] };
      await act(() => room.merging().merge(room.rapporteur, room.intent(merge)));
      const after = await room.text(proposal);
      expect(after).toBe(`${amendment.text}\n\n${AMENDED_TEXT}`);
      expect(after).not.toMatch(/[^\\]\]\(javascript:/);
    });

    it('limits what one person has open, and stops new ones where the secretary says so', async () => {
      const proposal = await room.propose();
      for (let number = 1; number <= 10; number += 1)
        await room.table(room.experts[0], proposal, {
          kind: 'insert',
          paragraph: 1,
          text: `Number ${number}.`,
        });
      const more = { kind: 'insert' as const, paragraph: 1, text: 'More.' };
      await expect(room.table(room.experts[0], proposal, more)).rejects.toEqual(
        refused('too_many_amendments'),
      );
      const [first] = await room.of(proposal);
      await room.amending().withdraw(room.experts[0], room.intent({ amendment: first?.id ?? '' }));
      await room.table(room.experts[0], proposal, more);

      const stop = { proposal, stop: true, reason: 'The list is closed.' };
      await act(() => room.amending().regulate(room.secretary, room.intent(stop)));
      await expect(room.table(room.experts[1], proposal, more)).rejects.toEqual(
        refused('amendments_stopped'),
      );
      await expect(room.amending().regulate(room.chair, room.intent(stop))).rejects.toEqual(
        refused('nothing_changed'),
      );
      expect(await room.of(proposal)).toHaveLength(11);
      await act(() => room.amending().regulate(room.secretary, room.intent({ proposal, stop: false })));
      await room.table(room.experts[1], proposal, more);
    });
  });

  describe('deciding', () => {
    it('lets a submitter take an amendment over as friendly, and nobody else', async () => {
      const proposal = await room.propose();
      const tabled = await room.table(room.experts[0], proposal, { kind: 'delete', paragraph: 5 });
      for (const who of [room.experts[1], room.secretary])
        await expect(room.amending().accept(who, room.intent(wording(tabled)))).rejects.toEqual(
          refused('not_submitter'),
        );
      await act(() => room.amending().accept(room.submitter, room.intent(wording(tabled))));
      expect(await room.one(proposal, tabled.id)).toMatchObject({
        state: 'accepted',
        decision: { friendly: true, by: room.submitter.membership.participantId },
      });
    });

    it('refuses the second of two chairs on two nodes, and tells the first decision', async () => {
      const proposal = await room.propose();
      const tabled = await room.table(room.experts[0], proposal, { kind: 'delete', paragraph: 5 });
      const decide = (index: number) => {
        const [who, node] =
          [[room.chair, room.here] as const, [room.moderator, room.there] as const][index] ?? [];
        const result = index === 0 ? ('accepted' as const) : ('rejected' as const);
        return room
          .amending(node)
          .decide(who!, room.intent({ ...wording(tabled), result, reason: `Reason ${index}` }));
      };
      const both = await Promise.allSettled([decide(0), decide(1)]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { state, decision } = await room.one(proposal, tabled.id);
      const [lost] = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
      expect(lost?.reason).toEqual(
        refused('amendment_decided', { state, decision, name: 'Aizada Sultanova' }),
      );
      await expect(
        room.amending().decide(room.secretary, room.intent({ ...wording(tabled), result: 'accepted' })),
      ).rejects.toEqual(refused('forbidden'));
    });

    it('takes sponsors, advice and a withdrawal down with who and why', async () => {
      const proposal = await room.propose();
      const tabled = await room.table(room.experts[0], proposal, {
        kind: 'delete',
        paragraph: 5,
        reason: 'Costs.',
      });
      const { id: amendment } = tabled;
      const join = { amendment, as: 'delegation' as const, joins: true };
      await act(() => room.amending().sponsor(room.experts[1], room.intent(join)));
      await expect(room.amending().sponsor(room.experts[1], room.intent(join))).rejects.toEqual(
        refused('nothing_changed'),
      );
      await expect(room.amending().sponsor(room.submitter, room.intent(join))).rejects.toEqual(
        refused('invalid'),
      );
      const advice = { amendment, advice: 'reject' as const, reason: 'Costs must lie somewhere.' };
      await act(() => room.amending().recommend(room.rapporteur, room.intent(advice)));
      await expect(
        room.amending().withdraw(room.submitter, room.intent({ amendment, reason: null })),
      ).rejects.toEqual(refused('not_sponsor'));
      const gone = { amendment, reason: 'We thought again.' };
      await expect(room.amending().withdraw(room.experts[1], room.intent(gone))).rejects.toEqual(
        refused('not_sponsor'),
      );
      await act(() => room.amending().withdraw(room.experts[0], room.intent(gone)));
      const steps = await room.reading().steps({ room: room.at.room, proposal }, amendment, 'member');
      expect(steps.map(({ kind, actor, reason, state }) => [kind, actor, reason, state])).toEqual([
        ['tabled', room.experts[0].membership.participantId, 'Costs.', 'tabled'],
        ['sponsored', room.experts[1].membership.participantId, null, 'tabled'],
        ['recommended', room.rapporteur.membership.participantId, 'Costs must lie somewhere.', 'tabled'],
        ['withdrawn', room.experts[0].membership.participantId, 'We thought again.', 'withdrawn'],
      ]);
    });

    it('is led by the next sponsor once who tabled it left', async () => {
      const proposal = await room.propose();
      const { id: amendment } = await room.table(room.experts[0], proposal, { kind: 'delete', paragraph: 5 });
      const sponsor = (who: Member, joins: boolean) =>
        act(() => room.amending().sponsor(who, room.intent({ amendment, as: 'person' as const, joins })));
      await sponsor(room.experts[1], true);
      await sponsor(room.submitter, true);
      await sponsor(room.experts[0], false);
      const withdraw = (who: Member) => room.amending().withdraw(who, room.intent({ amendment }));
      for (const who of [room.experts[0], room.submitter])
        await expect(withdraw(who)).rejects.toEqual(refused('not_sponsor'));
      await act(() => withdraw(room.experts[1]));
    });

    it('lets its lead sponsor make a proposal of a rejected one, each naming the other', async () => {
      const proposal = await room.propose();
      const text = 'The gauges are read hourly.';
      const tabled = await room.table(room.experts[0], proposal, { kind: 'replace', paragraph: 2, text });
      const promote = () => room.promotion().promote(room.experts[0], room.intent(wording(tabled)));
      await expect(promote()).rejects.toEqual(refused('amendment_state', { state: 'tabled' }));
      await room.amending().decide(room.chair, room.intent({ ...wording(tabled), result: 'rejected' }));
      await expect(room.promotion().promote(room.experts[1], room.intent(wording(tabled)))).rejects.toEqual(
        refused('not_sponsor'),
      );
      await act(promote);
      const { promotedTo } = await room.one(proposal, tabled.id);
      const { proposals } = (await room.here.snapshot(room.at.room)).proposals;
      expect(proposals.find(({ id }) => id === promotedTo)).toMatchObject({
        state: 'captured',
        number: 8,
        text: AMENDED_TEXT.replace('The gauges of both sides are read daily by their hosts.', text),
        life: {
          submitters: [{ kind: 'person', id: room.experts[0].membership.participantId }],
          references: [{ kind: 'builds_on', proposal }],
        },
      });
      await expect(promote()).rejects.toEqual(refused('amendment_state'));
    });
  });
});
