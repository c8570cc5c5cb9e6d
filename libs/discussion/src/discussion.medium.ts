import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { Entry } from '@roundtable/contracts';
import { MeetingsModule, MeetingsRepository, ParticipantEntity } from '@roundtable/meetings';
import { newId, type Member } from '@roundtable/platform';
import { ReadMarks } from '@roundtable/record';
import { Attendance, FeatureNode, type TestRoom } from '../../../test/support/feature-node.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import {
  DiscussionModule,
  DiscussionService,
  MessageEntity,
  ReactionEntity,
  ReadMarkEntity,
} from './index.js';
import { MessageVersions } from './message-versions.js';
import { ReadMarksService } from './read-marks.service.js';

@Module({ providers: [MeetingsRepository], exports: [MeetingsRepository] })
class PeopleOnly {}

describe('the discussion', () => {
  const attendance = new Attendance();
  let database: { url: string; drop(): Promise<void> };
  let here: FeatureNode;
  let there: FeatureNode;
  let at: TestRoom;
  let [author, other, rapporteur, secretary]: Member[] = [];

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    const parts = {
      attendance,
      modules: [DiscussionModule],
      entities: [MessageEntity, ReactionEntity, ReadMarkEntity, ParticipantEntity],
      replace: [[MeetingsModule, PeopleOnly]] as [typeof MeetingsModule, typeof PeopleOnly][],
    };
    here = await FeatureNode.start(database.url, parts);
    there = await FeatureNode.start(database.url, parts);
  });
  beforeEach(async () => {
    at = await here.createRoom();
    author = await here.add(at, 'expert');
    other = await here.add(at, 'expert');
    rapporteur = await here.add(at, 'rapporteur');
    secretary = await here.add(at, 'secretary');
  });
  afterAll(async () => {
    await here.close();
    await there.close();
    await database.drop();
  });

  const intent = <T extends object>(over: T) => ({ v: 1, room: at.room, clientId: newId(), ...over });
  const discussion = (node = here) => node.app.get(DiscussionService);
  const post = (body: string, over: object = {}, who = author!) =>
    discussion().post(who, intent({ body, ...over }));
  const edit = (target: number, body: string, who = author!, node = here) =>
    discussion(node).edit(who, intent({ target, body }));
  const withdraw = (target: number, who = author!) => discussion().withdraw(who, intent({ target }));
  const react = (target: number, on: boolean, who = other!) =>
    discussion().react(who, intent({ target, reaction: '👍', on }));
  const idOf = (member?: Member) => member!.membership.participantId;
  const code = (expected: string) => expect.objectContaining({ code: expected });
  const last = async () => (await here.entries(at.room)).at(-1) as Entry;
  const row = (seq: number) => here.dataSource.manager.findOneBy(MessageEntity, { roomId: at.room, seq });

  it('records a message with its reply, quotation and mentions, and stores its text', async () => {
    const { seq: replyTo } = await post('How often is the gauge read?', {}, other);
    const mentions = [idOf(other), idOf(other)];
    const ack = await post('Daily — **by hand**.', { replyTo, quote: 'How often', mentions, language: 'en' });
    expect(await last()).toMatchObject({
      seq: ack.seq,
      type: 'discussion.posted',
      actor: idOf(author),
      data: {
        body: 'Daily — **by hand**.',
        replyTo,
        quote: 'How often',
        mentions: [idOf(other)],
        language: 'en',
      },
    });
    expect(await row(ack.seq)).toMatchObject({
      kind: 'message',
      speakerId: idOf(author),
      recorderId: null,
      replyTo,
    });
  });

  it('records a statement under its speaker, entered by the rapporteur', async () => {
    const stated = intent({ speaker: idOf(author), body: 'We agree.' });
    const { seq } = await discussion().state(rapporteur!, stated);
    expect(await row(seq)).toMatchObject({
      kind: 'statement',
      speakerId: idOf(author),
      recorderId: idOf(rapporteur),
      body: 'We agree.',
    });
  });

  it('keeps every version of an edited message, in order', async () => {
    const { seq, at: first } = await post('one');
    await edit(seq, 'two');
    await edit(seq, 'three');
    expect(await row(seq)).toMatchObject({ body: 'three', version: 3, textSeq: seq + 2, seq });
    const versions = await here.app.get(MessageVersions).list(at.room, seq, 'observer');
    expect(versions.map(({ body, version }) => [version, body])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ]);
    expect(versions[0]).toMatchObject({ seq, at: first });
  });

  it('counts two edits made at once from two nodes as two versions', async () => {
    const { seq } = await post('one');
    await Promise.all([edit(seq, 'two', author!, here), edit(seq, 'drei', author!, there)]);
    const edits = (await here.entries(at.room)).flatMap((entry) =>
      entry.type === 'discussion.edited' ? entry : [],
    );
    expect(edits.map(({ data }) => data.version)).toEqual([2, 3]);
    expect(await row(seq)).toMatchObject({ version: 3, body: edits[1]!.data.body, textSeq: edits[1]!.seq });
  });

  it('refuses edits of other people, of nothing, of what is gone and to the same text', async () => {
    const { seq } = await post('one');
    await expect(edit(seq, 'two', other)).rejects.toEqual(code('not_yours'));
    await expect(edit(seq, 'two', secretary)).rejects.toEqual(code('not_yours'));
    await expect(edit(seq, 'one')).rejects.toEqual(code('nothing_changed'));
    await expect(edit(seq + 50, 'two')).rejects.toEqual(code('target_missing'));
    await withdraw(seq);
    await expect(edit(seq, 'two')).rejects.toEqual(code('target_withdrawn'));
    await expect(edit(seq + 1, 'two')).rejects.toEqual(code('target_missing'));
    expect(await here.entries(at.room)).toHaveLength(2);
  });

  it('leaves a tombstone with its reason, hides the versions and takes no quotation from it', async () => {
    const { seq } = await post('said too much');
    await discussion().withdraw(author!, intent({ target: seq, reason: 'a slip' }));
    expect(await row(seq)).toMatchObject({ withdrawnSeq: seq + 1, withdrawnReason: 'a slip' });
    await expect(here.app.get(MessageVersions).list(at.room, seq, 'staff')).rejects.toEqual(
      code('target_withdrawn'),
    );
    await expect(post('But:', { replyTo: seq, quote: 'too much' })).rejects.toEqual(code('target_withdrawn'));
    await expect(post('Indeed.', { replyTo: seq })).resolves.toMatchObject({ seq: seq + 2 });
    await expect(withdraw(seq)).rejects.toEqual(code('target_withdrawn'));
  });

  it('lets staff withdraw a statement, but not its speaker', async () => {
    const { seq } = await discussion().state(
      rapporteur!,
      intent({ speaker: idOf(author), body: 'We agree.' }),
    );
    await expect(withdraw(seq, author)).rejects.toEqual(code('not_yours'));
    await expect(withdraw(seq, secretary)).resolves.toMatchObject({ seq: seq + 1 });
  });

  it('sets a reaction once and takes it back once', async () => {
    const { seq } = await post('one');
    const count = () => here.dataSource.manager.countBy(ReactionEntity, { roomId: at.room, seq });
    await react(seq, true);
    await react(seq, true, author);
    await expect(react(seq, true)).rejects.toEqual(code('nothing_changed'));
    expect(await count()).toBe(2);
    await react(seq, false);
    await expect(react(seq, false)).rejects.toEqual(code('nothing_changed'));
    expect(await count()).toBe(1);
    expect(await last()).toMatchObject({ type: 'discussion.reacted', target: seq, data: { on: false } });
  });

  it('takes a quotation of an earlier version, and none of words never said', async () => {
    const { seq } = await post('monthly exchange');
    await edit(seq, 'weekly exchange');
    await expect(post('Why?', { replyTo: seq, quote: 'monthly' })).resolves.toBeDefined();
    await expect(post('Why?', { replyTo: seq, quote: 'yearly' })).rejects.toEqual(code('words_mismatch'));
    await expect(post('Why?', { quote: 'weekly' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(post('Why?', { replyTo: 99 })).rejects.toEqual(code('target_missing'));
  });

  it('knows no messages, people or versions of another room', async () => {
    const { seq } = await post('here');
    const stranger = idOf(author);
    const first = at;
    at = await here.createRoom();
    const guest = await here.add(at, 'secretary');
    await expect(post('x', { replyTo: seq }, guest)).rejects.toEqual(code('target_missing'));
    await expect(post('x', { mentions: [stranger, idOf(guest)] }, guest)).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'mentions', participants: [stranger] },
    });
    await expect(discussion().state(guest, intent({ speaker: stranger, body: 'x' }))).rejects.toMatchObject({
      data: { field: 'speaker' },
    });
    await expect(here.app.get(MessageVersions).list(at.room, seq, 'staff')).rejects.toEqual(
      code('target_missing'),
    );
    const elsewhere = { ...intent({ body: 'x' }), room: first.room };
    await expect(discussion().post(guest, elsewhere)).rejects.toEqual(code('not_found'));
    expect(await here.entries(at.room)).toEqual([]);
  });

  it('refuses a statement of somebody who was removed', async () => {
    await here.dataSource.query('UPDATE meetings_participants SET removed_at = now() WHERE id = $1', [
      idOf(other),
    ]);
    const stated = intent({ speaker: idOf(other), body: 'x' });
    await expect(discussion().state(rapporteur!, stated)).rejects.toEqual(code('participant_removed'));
    await expect(post('As they said', { mentions: [idOf(other)] })).resolves.toBeDefined();
  });

  it('asks the role and the state of the meeting under the lock', async () => {
    const observer = await here.add(at, 'observer');
    await expect(post('x', {}, observer)).rejects.toEqual(code('forbidden'));
    await expect(discussion().state(author!, intent({ speaker: idOf(other), body: 'x' }))).rejects.toEqual(
      code('forbidden'),
    );
    const { seq } = await post('one');
    await expect(react(seq, true, observer)).resolves.toBeDefined();
    attendance.setState(at, 'suspended');
    await expect(post('two')).rejects.toEqual(code('meeting_not_open'));
    await expect(edit(seq, 'changed')).resolves.toBeDefined();
    attendance.setState(at, 'closed');
    await expect(post('two')).rejects.toEqual(code('room_closed'));
    await expect(edit(seq, 'again')).rejects.toEqual(code('room_closed'));
  });

  it('answers a repeated message with the first one, also after it was edited', async () => {
    const posted = intent({ body: 'once' });
    const first = await discussion(here).post(author!, posted);
    await edit(first.seq, 'edited');
    await expect(discussion(there).post(author!, posted)).resolves.toEqual({ ...first, duplicate: true });
    await expect(discussion(there).post(author!, { ...posted, body: 'twice' })).rejects.toEqual(
      code('client_id_reused'),
    );
  });

  it('moves a read mark forward only, and never beyond the record', async () => {
    for (const body of ['a', 'b', 'c']) await post(body);
    const marks = here.app.get(ReadMarksService);
    const mark = (seq: number) => marks.markRead(other!, { v: 1, room: at.room, seq }, 'socket');
    const read = () => here.app.get(ReadMarks).of(here.dataSource.manager, at.room, idOf(other));
    expect(await read()).toBe(0);
    expect(await mark(2)).toBe(2);
    expect(await mark(1)).toBe(2);
    expect(await read()).toBe(2);
    await Promise.all([mark(3), mark(1), mark(2)]);
    expect(await read()).toBe(3);
    await expect(mark(4)).rejects.toMatchObject({ code: 'invalid', data: { head: 3 } });
    expect(await here.app.get(ReadMarks).of(here.dataSource.manager, at.room, idOf(author))).toBe(0);
  });

  it('keeps hostile words exactly as they were written', async () => {
    const body = `<img src=x onerror=alert(1)> '"; DROP TABLE record_entries; -- \\u0000 $1 %s שלום 👩‍🌾\n\tөңү`;
    const { seq } = await post(body);
    expect(await row(seq)).toMatchObject({ body });
    expect(await last()).toMatchObject({ data: { body } });
  });
});
