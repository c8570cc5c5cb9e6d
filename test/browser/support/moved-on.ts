import { whenState } from '@roundtable/client';
import type { AmendmentView } from '@roundtable/contracts';
import type { RoomVisitor } from '../../support/room-visitor.js';

/** Makes other words part of the paragraph that the only amendment to the second proposal is to. */
export async function overtake(visitor: RoomVisitor, text: string): Promise<boolean> {
  const { room } = visitor;
  const { proposal = '', version = 0, paragraph = 0 } = amendmentIn(visitor, '2-A1') ?? {};
  await room.tableAmendment({ proposal, version, kind: 'replace', paragraph, text }).done;
  await whenState(room, () => amendmentIn(visitor, '2-A2') !== undefined);
  const { id = '' } = amendmentIn(visitor, '2-A2') ?? {};
  await room.decideAmendment({ amendment: id, revision: 1, result: 'accepted' }).done;
  const merged = await room.mergeAmendments({ proposal, version, amendments: [id] }).done;
  return merged.ok;
}

/** Puts a paragraph before the text of the second proposal. */
export async function preface({ room }: RoomVisitor, words: string): Promise<boolean> {
  const proposals = room.getView().record?.snapshot.proposals.proposals ?? [];
  const { id = '', version = 0, text = '' } = proposals.find(({ number }) => number === 2) ?? {};
  const changed = await room.changeProposal({ proposal: id, version, text: `${words}\n\n${text}` }).done;
  return changed.ok;
}

/** Joins those who stand behind an amendment. */
export async function joinSponsors(visitor: RoomVisitor, label: string): Promise<boolean> {
  const { id = '' } = amendmentIn(visitor, label) ?? {};
  return (await visitor.room.sponsorAmendment({ amendment: id, as: 'person', joins: true }).done).ok;
}

function amendmentIn({ room }: RoomVisitor, label: string): AmendmentView | undefined {
  return room.getView().record?.snapshot.amendments.amendments.find((each) => each.label === label);
}
