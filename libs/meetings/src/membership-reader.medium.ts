import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Membership, Principal } from '@roundtable/contracts';
import { MembershipReader } from '@roundtable/platform';
import { askDemand } from '../../../test/support/ask-demand.js';
import { openDesk } from '../../../test/support/meetings-desk.js';

describe('what somebody is in a room, asked for again', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let reader: MembershipReader;
  let room: string;
  let known: Map<string, Membership>;

  beforeAll(async () => {
    desk = await openDesk();
    reader = desk.node.app.get(MembershipReader);
    const { meeting, rooms } = await desk.createMeeting();
    room = rooms[0]?.id ?? '';
    for (const roles of [['expert', 'rapporteur'], ['observer']]) {
      const { id } = await desk.addPerson(meeting.id, { roles });
      await desk.entered(meeting.id, id);
    }
    const logins = await desk.database.dataSource.query<{ id: string }[]>(
      'SELECT id FROM identity_logins WHERE invitation_id IS NOT NULL',
    );
    const principals = logins.map(({ id }) => ({ loginId: id }) as Principal);
    known = await desk.database.dataSource.transaction(
      (tx) => reader.ofRoomEach?.(principals, room, tx) ?? Promise.resolve(new Map()),
    );
    expect(known.size).toBe(2);
  });

  afterAll(() => desk.close());

  /** Says whether it still holds where `change` was made before. */
  async function holds(change = '', memberships = known): Promise<boolean> {
    const runner = desk.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      if (change) await runner.query(change);
      return await askDemand(runner.manager, reader.demandSame?.(memberships, room));
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  it('holds where nothing has changed, for one and for several', async () => {
    expect(await holds()).toBe(true);
    expect(await holds('', new Map([...known].slice(0, 1)))).toBe(true);
  });

  it.each([
    ['a login has ended', 'UPDATE identity_logins SET ended_at = now()'],
    ['a login has expired', `UPDATE identity_logins SET expires_at = now() - interval '1 day'`],
    ['somebody was removed', 'UPDATE meetings_participants SET removed_at = now()'],
    ['an invitation was revoked', 'UPDATE identity_invitations SET revoked_at = now()'],
    ['roles have changed', `UPDATE meetings_participants SET roles = ARRAY['observer']`],
    ['the meeting is over', `UPDATE meetings_meetings SET state = 'published'`],
  ])('does not hold where %s', async (_, change) => {
    expect(await holds(change)).toBe(false);
  });

  it('does not hold where one of several is somebody else', async () => {
    const [[first, one] = [], [second, other] = []] = [...known];
    if (!first || !one || !second || !other) throw new Error('two are known');
    expect(
      await holds(
        '',
        new Map([
          [first, other],
          [second, one],
        ]),
      ),
    ).toBe(false);
  });
});
