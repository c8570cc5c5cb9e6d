import { whenState, type RoomState } from '@roundtable/client';
import type { ProposalView, TableAmendment } from '@roundtable/contracts';
import { createHash } from 'node:crypto';
import type { RoomVisitor } from '../../support/room-visitor.js';

type Change = Pick<TableAmendment, 'kind' | 'paragraph' | 'text' | 'reason'>;

/** Amends a proposal of one paragraph: two in conflict are tabled, one in the language of its delegation is accepted. */
export async function amend(
  proposal: ProposalView | undefined,
  { chair, expert }: { chair: RoomVisitor; expert: RoomVisitor },
): Promise<void> {
  const sha256 = createHash('sha256')
    .update(proposal?.text ?? '')
    .digest('hex');
  const table = (who: RoomVisitor, version: number, change: Change) =>
    who.room.tableAmendment({ proposal: proposal?.id ?? '', version, sha256, ...change }).done;
  await table(expert, 0, {
    kind: 'replace',
    paragraph: 1,
    text: 'Ачык маалымат ар бир саатта эки тарапка тең жеткиликтүү болсун.',
    reason: 'Суунун деңгээли бир нече сааттын ичинде өзгөрөт.',
  });
  await table(chair, 1, { kind: 'delete', paragraph: 1, text: null, reason: null });
  await table(expert, 1, {
    kind: 'insert',
    paragraph: 1,
    text: 'Резерв на засушливую весну сохраняется до первого апреля.',
    reason: null,
  });
  const amendments = (state: RoomState) => state.record?.snapshot.amendments.amendments ?? [];
  await whenState(chair.room, (state) => amendments(state).length === 3, { timeoutMs: 30_000 });
  const added = amendments(chair.room.getView()).find(({ kind }) => kind === 'insert');
  await chair.room.decideAmendment({ amendment: added?.id ?? '', revision: 1, result: 'accepted' }).done;
}
