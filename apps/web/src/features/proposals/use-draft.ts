import type { Room } from '@roundtable/client';
import type { ProposalView } from '@roundtable/contracts';
import { useEffect, useSyncExternalStore } from 'react';
import { useRoom } from '../room/room-context.js';
import { DraftKeeper, type KeptDraft } from './draft-keeper.js';

const keepers = new WeakMap<Room, Map<string, DraftKeeper>>();

/** What one writes into a proposal, kept while the room is open, whatever is on the screen. */
export function useDraft(proposal: ProposalView): KeptDraft & { keeper: DraftKeeper } {
  const { client } = useRoom();
  const keeper = keeperOf(client, proposal);
  const kept = useSyncExternalStore(keeper.subscribe, keeper.getView);
  useEffect(() => {
    const flush = () => keeper.flush();
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, [keeper]);
  return { ...kept, keeper };
}

function keeperOf(client: Room, proposal: ProposalView): DraftKeeper {
  const known = keepers.get(client) ?? new Map<string, DraftKeeper>();
  keepers.set(client, known);
  const keeper = known.get(proposal.id) ?? new DraftKeeper(client, proposal);
  known.set(proposal.id, keeper);
  return keeper;
}
