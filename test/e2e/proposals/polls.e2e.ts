import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  PROTOCOL_VERSION,
  type MeetingDetail,
  type PollRules,
  type PollView,
  type SyncAnswer,
  type WireError,
} from '@roundtable/contracts';
import { v7 as uuidv7 } from 'uuid';
import {
  actOnMeeting,
  becomeAdministrator,
  createMeeting,
  inviteTo,
  type Person,
} from '../../support/person.js';
import { visit, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const RULES: PollRules = {
  unit: 'persons',
  isSecret: false,
  hidesResults: false,
  requiresPresence: false,
  quorum: null,
  thresholds: [],
  reasons: 'optional',
  minPicks: 1,
  maxPicks: 1,
  points: 0,
};

interface Answer {
  ok: boolean;
  receipt?: string;
  duplicate?: boolean;
  error?: WireError;
}

describe('polls over the wire', () => {
  let server: RunningRoundtable;
  let secretary: Person;
  let meeting: MeetingDetail['meeting'];
  let links: string[];
  let chair: RoomVisitor;
  let experts: RoomVisitor[];

  beforeAll(async () => {
    server = await startRoundtable();
    secretary = await becomeAdministrator(server);
    ({ meeting } = await createMeeting(secretary));
    await actOnMeeting(secretary, meeting.id, 'open');
    const invite = async (name: string, role: 'chair' | 'expert') =>
      (await inviteTo(secretary, meeting.id, { name, roles: [role] })).link;
    links = [await invite('Gulnara Ismailova', 'chair')];
    for (const name of ['Aigul Toktosunova', 'Bakyt Orozbekov', 'Dilnoza Rahimova'])
      links.push(await invite(name, 'expert'));
    await enter();
  }, 120_000);

  afterAll(async () => {
    for (const visitor of [chair, ...experts]) visitor.leave();
    await server.dispose();
  });

  async function enter(): Promise<void> {
    const [first, ...others] = await Promise.all(links.map((link) => visit(link)));
    chair = first as RoomVisitor;
    experts = others;
  }

  const expert = (index: number) => experts[index] as RoomVisitor;
  const ask = (who: RoomVisitor, intent: string, fields: object) =>
    who.connection.request(
      intent as 'polls.start',
      {
        v: PROTOCOL_VERSION,
        room: meeting.plenary,
        clientId: uuidv7(),
        ...fields,
      } as never,
    ) as Promise<Answer>;
  const pick = (...options: string[]) => options.map((option) => ({ option, points: null }));
  const create = (fields: object = {}) =>
    ask(chair, 'polls.create', {
      title: 'A joint gauge?',
      method: 'yes_no_abstain',
      rules: RULES,
      ...fields,
    });

  async function newest(who = chair): Promise<PollView> {
    const request = { v: PROTOCOL_VERSION, room: meeting.plenary, since: null, epoch: null };
    const answer = (await who.connection.request('record.sync', request)) as SyncAnswer;
    return answer.snapshot.polls.polls.at(-1) as PollView;
  }

  async function start(fields: object = {}): Promise<string> {
    expect(await create(fields)).toMatchObject({ ok: true });
    const { id } = await newest();
    expect(await ask(chair, 'polls.start', { poll: id })).toMatchObject({ ok: true });
    return id;
  }

  it.each<[string, () => object, string]>([
    [
      'a threshold above 100 %',
      () => ({ rules: { ...RULES, quorum: { numerator: 3, denominator: 2 } } }),
      'threshold_too_high',
    ],
    [
      'a share of nothing',
      () => ({ rules: { ...RULES, quorum: { numerator: 1, denominator: 0 } } }),
      'invalid',
    ],
    [
      'a threshold with a fraction of a number',
      () => ({ rules: { ...RULES, quorum: { numerator: 0.5, denominator: 1 } } }),
      'invalid',
    ],
    ['a method that there is not', () => ({ method: 'acclamation' }), 'invalid'],
    ['a stranger as an elector', () => ({ electors: [uuidv7()] }), 'elector_unknown'],
    ['a proxy circle', () => ({ proxies: circle() }), 'proxy_circle'],
    [
      'a weight that is none',
      () => ({ weights: [{ elector: expert(0).participant, weight: '-2' }] }),
      'invalid',
    ],
    [
      'a secret poll with weights',
      () => ({ rules: secret(), weights: [{ elector: expert(0).participant, weight: '2' }] }),
      'poll_wrong',
    ],
    ['rules that are left out', () => ({ rules: undefined }), 'invalid'],
    ['a title that is too long', () => ({ title: 'x'.repeat(301) }), 'invalid'],
    ['a poll of another state', () => ({ state: 'published' }), 'invalid'],
  ])('refuse %s by name', async (_, fields, code) => {
    const answer = await create(fields());
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(answer.error?.message.length).toBeGreaterThan(10);
  });

  const secret = (): PollRules => ({ ...RULES, isSecret: true, reasons: 'none' });
  const circle = () => {
    const [a, b] = [expert(0).participant, expert(1).participant];
    return [
      { from: a, to: b },
      { from: b, to: a },
    ];
  };

  it('refuse an expert who would run one, and a ballot for somebody else', async () => {
    const poll = await start();
    expect(await ask(expert(0), 'polls.close', { poll })).toMatchObject({ error: { code: 'forbidden' } });
    const elector = expert(1).participant;
    const answer = await ask(expert(0), 'polls.cast', { poll, elector, picks: pick('yes') });
    expect(answer).toMatchObject({ error: { code: 'not_entitled' } });
    expect(await ask(chair, 'polls.cancel', { poll })).toMatchObject({ ok: true });
  });

  it.each([
    ['a named', RULES],
    ['a secret', { ...RULES, isSecret: true, reasons: 'none' as const }],
  ])(
    'keep every ballot of %s poll that was acknowledged when the server is killed',
    async (_, rules) => {
      const poll = await start({ rules });
      const ballots = experts.map((_, index) => ({
        clientId: uuidv7(),
        poll,
        picks: pick(index === 0 ? 'no' : 'yes'),
      }));
      const before: Answer[] = [];
      for (const [index, ballot] of ballots.entries())
        before.push(await ask(expert(index), 'polls.cast', ballot));
      expect(before.map(({ ok }) => ok)).toEqual([true, true, true]);
      await server.kill();
      for (const visitor of [chair, ...experts]) visitor.leave();
      await server.restart();
      await enter();
      const again = await Promise.all(
        ballots.map((ballot, index) => ask(expert(index), 'polls.cast', ballot)),
      );
      expect(again).toEqual(
        before.map(({ receipt }) => expect.objectContaining({ receipt, duplicate: true })),
      );
      expect(await ask(chair, 'polls.close', { poll, isPublished: true })).toMatchObject({ ok: true });
      const { outcome } = await newest(expert(0));
      expect(outcome).toMatchObject({ verdict: 'carried', numbers: { people: { cast: 3 } } });
      expect(outcome?.counts.map(({ votes }) => votes)).toEqual(['2', '1', '0']);
      expect(outcome?.rollCall).toHaveLength(rules.isSecret ? 0 : 3);
    },
    90_000,
  );

  it('acknowledge a ballot that is sent again after the meeting closed, and take no other', async () => {
    const poll = await start();
    const ballot = { clientId: uuidv7(), poll, picks: pick('yes') };
    const { receipt } = await ask(expert(0), 'polls.cast', ballot);
    expect(await ask(chair, 'polls.close', { poll, isPublished: true })).toMatchObject({ ok: true });
    await actOnMeeting(secretary, meeting.id, 'close');
    const again = await ask(expert(0), 'polls.cast', ballot);
    expect(again).toMatchObject({ ok: true, duplicate: true, receipt });
    const late = await ask(expert(1), 'polls.cast', { ...ballot, clientId: uuidv7() });
    expect(late).toMatchObject({ ok: false, error: { code: 'room_closed' } });
  });
});
