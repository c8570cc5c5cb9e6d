import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RecordService } from '@roundtable/record';
import { AmendmentsRoom } from '../../../test/support/amendments-room.js';

describe('amendments on an imported record', () => {
  let room: AmendmentsRoom;
  beforeAll(async () => {
    room = await AmendmentsRoom.open();
  });
  beforeEach(() => room.renew());
  afterAll(() => room.close());

  /** Goes on in a room that holds the same record, and nothing that was not in it: no texts of versions, no document. */
  async function importElsewhere(): Promise<void> {
    const entries = await room.here.entries(room.at.room);
    await room.renew();
    await room.here.dataSource.transaction((tx) =>
      room.here.app.get(RecordService).importEntries(tx, room.at.room, entries),
    );
  }

  it('stand as they stood, and go on: offered, rebased, carried and merged', async () => {
    const proposal = await room.propose();
    const replace = (text: string) => ({ kind: 'replace' as const, paragraph: 2, text });
    const merged = await room.accepted(
      proposal,
      replace('The gauges of both sides are read hourly by their hosts.'),
    );
    const behind = await room.table(
      room.experts[1],
      proposal,
      replace('All gauges of both sides are read daily.'),
    );
    const end = await room.table(room.experts[1], proposal, { kind: 'delete', paragraph: 5 });
    const merge = { proposal, version: 1, amendments: [merged.id] };
    await room.merging().merge(room.rapporteur, room.intent(merge));
    const before = await room.snapshot();
    const text = await room.text(proposal);
    await importElsewhere();
    expect(await room.snapshot()).toEqual(before);

    const key = { room: room.at.room, proposal };
    const { version, paragraphs } = await room.reading().paragraphs(key, null);
    expect([version, paragraphs.map((each) => each.text).join('\n\n')]).toEqual([2, text]);
    const offer = await room.reading().offer(key, behind.id);
    expect(offer).toMatchObject({ verdict: 'changed', paragraph: 2, was: behind.was });
    const wish = { amendment: behind.id, revision: 1, version: 2, ...replace('All gauges are read hourly.') };
    await room.tabling().rebase(room.secretary, room.intent(wish));
    const decide = { amendment: behind.id, revision: 2, result: 'accepted' as const };
    await room.amending().decide(room.chair, room.intent(decide));
    await room
      .merging()
      .merge(room.rapporteur, room.intent({ proposal, version: 2, amendments: [behind.id] }));
    expect(await room.text(proposal)).toBe(
      text.replace('The gauges of both sides are read hourly by their hosts.', 'All gauges are read hourly.'),
    );
    expect(await room.one(proposal, end.id)).toMatchObject({ state: 'tabled', version: 3, paragraph: 5 });
  });

  it('are all looked at again where a version is fixed and the one before is not here', async () => {
    const proposal = await room.propose();
    const tabled = await room.table(room.experts[0], proposal, {
      kind: 'insert',
      paragraph: 5,
      text: 'More.',
    });
    await importElsewhere();
    await room.type(proposal, 4, ' Mostly.');
    await room.fix(proposal);
    expect(await room.one(proposal, tabled.id)).toMatchObject({
      state: 'needs_rebase',
      needs: { cause: 'changed', version: 2 },
    });
    const offer = await room.reading().offer({ room: room.at.room, proposal }, tabled.id);
    expect(offer).toMatchObject({ suggestion: 'More.', to: 2 });
  });
});
