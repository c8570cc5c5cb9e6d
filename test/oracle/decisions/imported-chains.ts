import type { DecisionView, Entry, ParticipantView, ProposalView } from '@roundtable/contracts';
import { v7 as newId } from 'uuid';
import { buildW3cMeeting } from '../../../libs/transcript/src/imports/w3c-meeting.js';
import type { ParsedLog } from '../../../libs/transcript/src/imports/w3c/parsed-log.js';
import { chainsOfExport, type StoredChain } from './compare-chains.js';

/** The chains that the entries of an imported log come to, without a database between them. */
export function chainsOfLog(log: ParsedLog): StoredChain[] {
  const { entries } = buildW3cMeeting(log, {
    file: 'irc.log',
    now: '2026-11-22T00:00:00.000Z',
    makeId: () => newId(),
    names: {},
    importer: null,
  });
  const participants: ParticipantView[] = [];
  const decisions: DecisionView[] = [];
  const proposals = new Map<string, ProposalView>();
  for (const entry of entries as unknown as Entry[]) {
    if (isOf(entry, 'meetings.participant_added')) participants.push(entry.data.participant);
    else if (isOf(entry, 'proposals.captured')) proposals.set(entry.data.proposal.id, entry.data.proposal);
    else if (isOf(entry, 'proposals.changed')) proposals.set(entry.data.proposal.id, entry.data.proposal);
    else if (isOf(entry, 'proposals.positioned')) {
      const { proposal, position } = entry.data;
      change(proposals, proposal, ({ positions }) => ({
        positions: [...positions.filter((each) => each.participant !== position.participant), position],
      }));
    } else if (isOf(entry, 'proposals.decided')) {
      const { decision } = entry.data;
      decisions.push(decision);
      if (decision.proposal !== null) change(proposals, decision.proposal, () => ({ decision }));
    }
  }
  return chainsOfExport({ participants, proposals: [...proposals.values()], decisions });
}

function isOf<T extends Entry['type']>(entry: Entry, type: T): entry is Entry & Entry<T> {
  return entry.type === type;
}

function change(
  proposals: Map<string, ProposalView>,
  id: string,
  how: (proposal: ProposalView) => Partial<ProposalView>,
): void {
  const proposal = proposals.get(id);
  if (proposal) proposals.set(id, { ...proposal, ...how(proposal) });
}
