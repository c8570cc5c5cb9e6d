import { uuidV7 } from '@roundtable/client';
import type { MoveProposal, ProposalView } from '@roundtable/contracts';
import { actOnMeeting, createMeeting, inviteTo, type Person } from '../../support/person.js';
import { visit, type RoomVisitor } from '../../support/room-visitor.js';
import { amend } from './amended.js';
import { conclude } from './concluded.js';
import { followUp } from './followed-up.js';
import type { WorldMeeting } from './world.js';

const PROPOSALS = 60;
const FOCUS = ['Water', 'Energy', 'Transport', 'Cyber security of dispatch centres and of the railway'];
const RESPONSIBLE = ['Both operators', 'Commission of the upper basin', null];
const TITLES = [
  'A joint gauge at the border station',
  'Открытые данные о стоке рек верхнего бассейна, обновляемые каждый час и доступные обеим сторонам без запроса',
  'Кышкы суу коё берүүнүн графигин эки тараптын энергетиктери жана ирригаторлору чогуу түзсүн',
  'Winter releases agreed before the first of October, with a reserve for a dry spring and a cold January',
  'One telephone number for failures of the railway signals',
];

/** How far each of the first proposals goes; the others are only captured. */
const WAYS: readonly (readonly MoveProposal['act'][])[] = [
  ['submit', 'admit', 'discuss', 'put'],
  ['submit', 'admit', 'discuss'],
  ['submit', 'admit'],
  ['submit'],
  ['submit', 'not_admit'],
  ['submit', 'admit', 'refer'],
  ['submit', 'adjourn'],
  ['submit', 'admit', 'discuss'],
];

/** A meeting with sixty proposals, most just captured; what is decided is followed up, a set and a communique. */
export async function makeBoard(secretary: Person): Promise<WorldMeeting> {
  const { meeting } = await createMeeting(secretary, { title: 'Proposals of the water and energy group' });
  const delegation = await secretary.mustPost<{ id: string }>(`/api/v1/meetings/${meeting.id}/delegations`, {
    clientId: uuidV7(),
    name: 'Delegation of the Ministry of Water Resources and of the Upper Naryn Cascade',
  });
  const chair = await inviteTo(secretary, meeting.id, { name: 'Gulnara Ismailova', roles: ['chair'] });
  const expert = await inviteTo(secretary, meeting.id, {
    name: 'Aigul Toktosunova',
    delegation: delegation.id,
  });
  const desk = await inviteTo(secretary, meeting.id, { name: 'Saltanat Ibraimova', roles: ['secretary'] });
  await actOnMeeting(secretary, meeting.id, 'schedule');
  await actOnMeeting(secretary, meeting.id, 'open');
  const [presiding, speaking, writing] = await Promise.all(
    [chair, expert, desk].map(({ link }) => visit(link)) as [
      Promise<RoomVisitor>,
      Promise<RoomVisitor>,
      Promise<RoomVisitor>,
    ],
  );
  await captureMany(presiding, speaking);
  await moveSome(presiding, delegation.id);
  const discussed = presiding.room.getView().record?.snapshot.proposals.proposals[WAYS.length - 1];
  await amend(discussed, { chair: presiding, expert: speaking });
  await followUp({ desk: writing, responsible: speaking, delegation: delegation.id });
  await conclude({ chair: presiding, expert: speaking });
  for (const visitor of [presiding, speaking, writing]) visitor.leave();
  return {
    id: meeting.id,
    room: meeting.plenary,
    links: { chair: chair.link, expert: expert.link, secretary: desk.link },
  };
}

async function captureMany(chair: RoomVisitor, expert: RoomVisitor): Promise<void> {
  for (let at = 0; at < PROPOSALS; at++) {
    const words = `${TITLES[at % TITLES.length] ?? ''} (${String(at + 1)})`;
    const said = await expert.room.post({ body: words }).done;
    const seq = said.ok ? said.seq : 0;
    await chair.room.capture({ sources: [{ seq, from: 0, to: words.length, words }] }).done;
  }
}

async function moveSome(chair: RoomVisitor, delegation: string): Promise<void> {
  const all = chair.room.getView().record?.snapshot.proposals.proposals ?? [];
  for (const [at, { id }] of all.entries())
    await chair.room.changeProposal({
      proposal: id,
      version: 1,
      focusArea: FOCUS[at % FOCUS.length] ?? null,
      responsible: RESPONSIBLE[at % RESPONSIBLE.length] ?? null,
      ...(at % 2 === 0 && { submitters: [{ kind: 'delegation' as const, id: delegation }] }),
    }).done;
  for (const [at, acts] of WAYS.entries()) await take(chair, all[at], acts);
  const [first, second] = all;
  await decide(chair, first, 'adopted');
  await decide(chair, second, 'adopted_as_amended');
}

async function take(
  { room }: RoomVisitor,
  proposal: ProposalView | undefined,
  acts: readonly MoveProposal['act'][],
): Promise<void> {
  for (const [at, act] of acts.entries())
    await room.moveProposal({
      proposal: proposal?.id ?? '',
      version: at + 2,
      act,
      reason: act === 'not_admit' ? 'Outside of the mandate of this group' : null,
      ...(act === 'refer' && { referredTo: 'Working group on data' }),
    }).done;
}

async function decide(
  { room }: RoomVisitor,
  proposal: ProposalView | undefined,
  result: 'adopted' | 'adopted_as_amended',
): Promise<void> {
  const version = result === 'adopted' ? 6 : 5;
  await room.decideProposal({ proposal: proposal?.id ?? '', version, result, reason: 'No objection' }).done;
}
