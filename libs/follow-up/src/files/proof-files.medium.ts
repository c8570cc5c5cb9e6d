import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LIMITS, type FollowUpView } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { FollowUpRoom } from '../../../../test/support/follow-up-room.js';
import { ProofFilesService } from './proof-files.service.js';

const DAY = 24 * 60 * 60 * 1000;

describe('a file that proves a report', () => {
  let room: FollowUpRoom;
  beforeAll(async () => {
    room = await FollowUpRoom.open();
  });
  beforeEach(async () => {
    await room.renew();
    await room.begin(room.secretary, await room.propose(1, 'adopted'));
  });
  afterAll(() => room.close());

  const code = (expected: string) => expect.objectContaining({ code: expected });
  const files = (node = room.here) => node.app.get(ProofFilesService);
  const first = async () => (await room.here.snapshot(room.at.room)).followUp.followUps[0] as FollowUpView;
  const keep = async (who: Member, content: Buffer, name = 'plan.pdf') =>
    files().keep(who.membership, (await first()).id, { name, content });
  const pdf = (bytes: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]);
  const report = async (file: string) => {
    const { id: followUp, version } = await first();
    const said = { words: 'Done.', state: 'under_way' as const, progress: 10 };
    const proofs = [{ kind: 'file' as const, file }];
    return room.reports().report(room.expert, room.intent({ followUp, version, ...said, proofs }));
  };
  const readAll = async (who: Member, id: string, node = room.here) => {
    await files(node).find(who.membership, id);
    const parts: Buffer[] = [];
    for await (const part of files(node).read(who.membership, id)) parts.push(part);
    return parts;
  };

  it('is read back byte by byte, in parts, on another node', async () => {
    const content = pdf(1_000_000);
    const { id, sha256, bytes } = await keep(room.expert, content);
    expect([sha256.length, bytes]).toEqual([64, content.length]);
    await report(id);
    const parts = await readAll(room.observer, id, room.there);
    expect(Buffer.concat(parts).equals(content)).toBe(true);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(256 * 1024);
  });

  it('is nobody else’s until it stands in a report, and of no other meeting ever', async () => {
    const { id } = await keep(room.expert, pdf(10));
    await expect(readAll(room.secretary, id)).rejects.toEqual(code('not_found'));
    await report(id);
    expect(await readAll(room.observer, id)).toHaveLength(1);
    const before = (await first()).id;
    const [expert, secretary] = [room.expert, room.secretary];
    await room.renew();
    await room.begin(room.secretary, await room.propose(1, 'adopted'));
    await expect(readAll(room.secretary, id)).rejects.toEqual(code('not_found'));
    await expect(report(id)).rejects.toMatchObject({ code: 'invalid', data: { field: 'proofs.0.file' } });
    const sent = { name: 'plan.pdf', content: pdf(10) };
    await expect(files().keep(room.expert.membership, before, sent)).rejects.toEqual(code('not_found'));
    expect(await readAll(expert, id)).toHaveLength(1);
    expect(await readAll(secretary, id)).toHaveLength(1);
  });

  it('is removed after a day where no report names it, and kept where one does', async () => {
    const [kept, left] = [await keep(room.expert, pdf(10)), await keep(room.expert, pdf(10))];
    await report(kept.id);
    room.clock.pass(DAY - 1);
    await room.sweep();
    expect(await readAll(room.expert, left.id)).toHaveLength(1);
    room.clock.pass(2);
    await room.sweep(room.there);
    await expect(readAll(room.expert, left.id)).rejects.toEqual(code('not_found'));
    expect(await readAll(room.expert, kept.id)).toHaveLength(1);
  });

  it('is refused where somebody left too many, or the meeting keeps too much', async () => {
    for (let at = 0; at < LIMITS.followUpUnusedFiles; at += 1) await keep(room.expert, pdf(1));
    await expect(keep(room.expert, pdf(1))).rejects.toEqual(code('payload_too_large'));
    await keep(room.secretary, pdf(1));
    await room.here.dataSource.query('UPDATE follow_up_files SET bytes = $2 WHERE room_id = $1', [
      room.at.room,
      LIMITS.followUpRoomBytes / 10,
    ]);
    await expect(keep(room.secretary, pdf(1))).rejects.toMatchObject({
      code: 'payload_too_large',
      data: { limit: LIMITS.followUpRoomBytes },
    });
  });

  it('is refused for what it is', async () => {
    await expect(keep(room.expert, Buffer.from('MZ\0'))).rejects.toMatchObject({
      code: 'file_refused',
      data: { why: 'unknown' },
    });
    await expect(keep(room.stranger, pdf(1))).rejects.toEqual(code('not_responsible'));
  });
});
