import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { MeetingsModule, MeetingsRepository, ParticipantEntity } from '@roundtable/meetings';
import { newId, type Member } from '@roundtable/platform';
import { Attendance, FeatureNode, type TestRoom } from '../../../test/support/feature-node.js';
import { eventually } from '../../../test/support/live-client.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import {
  DiscussionModule,
  DiscussionService,
  MessageEntity,
  ReactionEntity,
  ReadMarkEntity,
} from './index.js';
import { SearchWordsRepository } from './search-words.repository.js';

@Module({ providers: [MeetingsRepository], exports: [MeetingsRepository] })
class PeopleOnly {}

interface Words {
  seq: number;
  textSeq: number;
  /** As the message's text gives them now. */
  isRight: boolean;
}

describe('the words that search looks at', () => {
  const attendance = new Attendance();
  const parts = {
    attendance,
    modules: [DiscussionModule],
    entities: [MessageEntity, ReactionEntity, ReadMarkEntity, ParticipantEntity],
    replace: [[MeetingsModule, PeopleOnly]] as [typeof MeetingsModule, typeof PeopleOnly][],
  };
  let database: { url: string; drop(): Promise<void> };
  let node: FeatureNode;
  let at: TestRoom;
  let author: Member;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    node = await FeatureNode.start(database.url, parts);
  });
  beforeEach(async () => {
    at = await node.createRoom();
    author = await node.add(at, 'expert');
  });
  afterAll(async () => {
    await node.close();
    await database.drop();
  });

  const intent = <T extends object>(over: T) => ({ v: 1, room: at.room, clientId: newId(), ...over });
  const post = (body: string) => node.app.get(DiscussionService).post(author, intent({ body }));
  const words = (): Promise<Words[]> =>
    node.dataSource.query(
      `SELECT w.seq::int, w.text_seq::int AS "textSeq", w.words = discussion_words_of(m.body) AS "isRight"
       FROM discussion_words w JOIN discussion_messages m USING (room_id, seq) WHERE w.room_id = $1 ORDER BY 1`,
      [at.room],
    );
  const made = (seqs: [seq: number, textSeq: number][]) =>
    eventually('the words are made', async () => {
      const now = (await words()).map(({ seq, textSeq, isRight }) => [seq, textSeq, isRight]);
      return JSON.stringify(now) === JSON.stringify(seqs.map((pair) => [...pair, true]));
    });

  it('are made of what is said, soon after it was said', async () => {
    const { seq } = await post('The gauge at the upper sluice is read daily.');
    await made([[seq, seq]]);
  });

  it('are made anew of an edited text, under its own number', async () => {
    const { seq } = await post('Read weekly.');
    await made([[seq, seq]]);
    const edited = await node.app
      .get(DiscussionService)
      .edit(author, intent({ target: seq, body: 'Read hourly.' }));
    await made([[seq, edited.seq]]);
  });

  it('are made of many texts by and by, in pieces, without leaving any out', async () => {
    const seqs: number[] = [];
    for (let count = 0; count < 120; count += 1) seqs.push((await post(`Reading number ${count}`)).seq);
    await made(seqs.map((seq) => [seq, seq]));
  }, 30_000);

  it('are made at the next start where a crash emptied their table', async () => {
    const { seq } = await post('Sediment is measured in spring.');
    await made([[seq, seq]]);
    await node.dataSource.query('DELETE FROM discussion_words WHERE room_id = $1', [at.room]);
    const next = await FeatureNode.start(database.url, parts);
    await made([[seq, seq]]);
    await next.close();
  });

  it('are never made twice where two processes make them at once', async () => {
    const { seq } = await post('One of us is enough.');
    await made([[seq, seq]]);
    await node.dataSource.query('DELETE FROM discussion_words WHERE room_id = $1', [at.room]);
    const repository = node.app.get(SearchWordsRepository);
    const range = { from: 1, to: seq, limit: 50 };
    await Promise.all([repository.make(at.room, range), repository.make(at.room, range)]);
    expect((await words()).length).toBe(1);
  });
});
