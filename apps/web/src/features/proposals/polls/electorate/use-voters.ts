import type { PollUnit } from '@roundtable/contracts';
import { useCallback } from 'react';
import { useRoom } from '../../../room/room-context.js';
import type { Voter } from './electorate-draft.js';
import { votersOf } from './voters.js';

/** Gives who could have a vote in this meeting, by name. */
export function useVoters(): (unit: PollUnit) => Voter[] {
  const { state } = useRoom();
  const meetings = state.record?.snapshot.meetings;
  return useCallback((unit) => (meetings ? votersOf(meetings, unit) : []), [meetings]);
}
