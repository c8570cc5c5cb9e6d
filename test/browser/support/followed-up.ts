import { whenState } from '@roundtable/client';
import type { FollowUpResponsible, FollowUpView } from '@roundtable/contracts';
import { caughtUp, type RoomVisitor } from '../../support/room-visitor.js';

const DAY_MS = 24 * 60 * 60 * 1000;

interface FollowedUp {
  /** A secretary. */
  desk: RoomVisitor;
  /** Who is responsible for the first proposal, and reports. */
  responsible: RoomVisitor;
  /** Responsible for the second. */
  delegation: string;
}

/** Follows the first two proposals up, which are adopted: one late and reported on, one not begun yet. */
export async function followUp({ desk, responsible, delegation }: FollowedUp): Promise<void> {
  const adopted = await whenState(
    desk.room,
    ({ record }) =>
      record?.snapshot.proposals.proposals.filter(({ state }) => state.startsWith('adopted')).length === 2,
    { timeoutMs: 30_000 },
  );
  const [first, second] = (adopted.record?.snapshot.proposals.proposals ?? []).filter(({ state }) =>
    state.startsWith('adopted'),
  );
  await begin(desk, first?.id ?? '', { kind: 'participant', id: responsible.participant, words: null });
  await begin(desk, second?.id ?? '', { kind: 'delegation', id: delegation, words: null });
  await report(responsible, 'The gauge is ordered; the border crossing is agreed.', 20);
  await report(responsible, 'Паводок задержал монтаж, станция закрыта до середины июня.', 45);
}

async function begin(
  { room }: RoomVisitor,
  proposal: string,
  responsible: FollowUpResponsible,
): Promise<void> {
  const day = (ahead: number) => new Date(Date.now() + ahead * DAY_MS).toISOString().slice(0, 10);
  await room.beginFollowUp({ proposal, responsible, dueOn: day(60), reviewOn: day(30) }).done;
}

async function report(visitor: RoomVisitor, words: string, progress: number): Promise<void> {
  const { room } = visitor;
  const state = await whenState(
    room,
    ({ record }) => (record?.snapshot.followUp.followUps.length ?? 0) === 2,
    {
      timeoutMs: 30_000,
    },
  );
  const { id, version } = state.record?.snapshot.followUp.followUps[0] as FollowUpView;
  const proofs = [
    { kind: 'link' as const, url: 'https://basin.example.org/gauge/contract', title: 'The contract' },
  ];
  const late = progress > 30;
  const done = await room.reportOnFollowUp({
    followUp: id,
    version,
    words,
    progress,
    state: late ? 'delayed' : 'under_way',
    reason: late ? 'Spring floods' : null,
    proofs,
  }).done;
  if (done.ok) await caughtUp(visitor, done.seq);
}
