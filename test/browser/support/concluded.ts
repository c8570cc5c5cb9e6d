import { whenState, type RecordView } from '@roundtable/client';
import type { RoomVisitor } from '../../support/room-visitor.js';

interface Concluding {
  chair: RoomVisitor;
  /** Speaks for a delegation. */
  expert: RoomVisitor;
}

/** Draws the two adopted proposals up as a set with a reservation, and as a communique with two open brackets. */
export async function conclude({ chair, expert }: Concluding): Promise<void> {
  await chair.room.draftSet({ title: 'Proposals of the water and energy group' }).done;
  const [first] = linesIn(await seen(chair, (record) => linesIn(record).length === 2));
  const text = 'Биз мөөнөткө эскертүү калтырабыз: суу коё берүүнүн графиги өлчөөлөр менен такталганга чейин.';
  await expert.room.reserve({ line: first?.id ?? '', text }).done;
  const reserved = await seen(chair, (record) => (linesIn(record)[0]?.reservations.length ?? 0) > 0);
  const lines = linesIn(reserved).map(({ id }) => id);
  await chair.room.draftCommunique({ title: 'Communique of the round-table', lines }).done;
  const drafted = (await seen(chair, (record) => record.snapshot.publications.communique !== null)).snapshot
    .publications.communique;
  const [gauge, flows] = drafted?.parts ?? [];
  await chair.room.changeCommunique({
    version: drafted?.version ?? 0,
    title: drafted?.title ?? '',
    parts: [
      { id: gauge?.id, text: 'A joint gauge at the border station [shall || should] be read every hour.' },
      { id: flows?.id, text: `${flows?.text ?? ''} [с первого октября]` },
    ],
  }).done;
  await seen(chair, (record) => record.snapshot.publications.communique?.version === 2);
}

function linesIn(record: RecordView) {
  return record.snapshot.publications.lines;
}

async function seen({ room }: RoomVisitor, condition: (record: RecordView) => boolean): Promise<RecordView> {
  const { record } = await whenState(room, (state) => state.record !== null && condition(state.record), {
    timeoutMs: 30_000,
  });
  if (!record) throw new Error('The room has no record.');
  return record;
}
