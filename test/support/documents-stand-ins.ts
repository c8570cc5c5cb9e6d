import { Global, Module } from '@nestjs/common';
import type { Entry, Membership, RoomSnapshot } from '@roundtable/contracts';
import { DraftedProposals, type HeldProposal } from '@roundtable/documents';
import { DomainError, type Demand } from '@roundtable/platform';
import type { RecordFeatures } from '@roundtable/record';
import type { EntityManager } from 'typeorm';

/** Proposals of the tests: members write while they are captured, staff until they are adopted. */
const drafts: DraftedProposals = {
  async hold(tx: EntityManager, room: string, proposal: string): Promise<HeldProposal | null> {
    const [row] = await tx.query<{ body: string; state: string }[]>(
      'SELECT body, state FROM proposals_proposals WHERE room_id = $1 AND id = $2 FOR SHARE',
      [room, proposal],
    );
    if (!row) return null;
    return {
      stamp: row.state,
      text: () => Promise.resolve(row.body),
      refusalFor: ({ audience }: Membership) => {
        const mayStill = row.state === 'captured' || (row.state === 'admitted' && audience === 'staff');
        const refusal = new DomainError('proposal_frozen', 'It is frozen.', { state: row.state });
        return Promise.resolve(mayStill ? null : refusal);
      },
    };
  },
  demandSame: (room: string, proposal: string, stamp: string): Demand => ({
    name: 'same_proposal',
    sql: `WITH held AS MATERIALIZED (SELECT state FROM proposals_proposals WHERE room_id = $1 AND id = $2 FOR SHARE)
      SELECT count(*) = 1 FROM held WHERE state = $3`,
    values: [room, proposal, stamp],
  }),
  rewrite: () => Promise.resolve([]),
};

@Global()
@Module({
  providers: [{ provide: DraftedProposals, useValue: drafts }],
  exports: [DraftedProposals],
})
export class DraftsOfTest {}

/** As much of a snapshot as a page asks for. */
export function registerProposals(features: RecordFeatures): void {
  const parts = (room: string): Record<string, object> => ({
    discussion: {},
    meetings: { meetings: { room: { id: room }, participants: [] } },
    proposals: { proposals: { proposals: [], decisions: [] } },
  });
  for (const name of Object.keys(parts('')))
    features.register({
      name,
      project: () => Promise.resolve(),
      present: (entry: Entry) => entry,
      snapshot: (_, room) => Promise.resolve(parts(room)[name] as Partial<RoomSnapshot>),
    });
}
