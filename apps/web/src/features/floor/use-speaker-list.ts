import { useMemo } from 'react';
import { useRoom } from '../room/room-context.js';
import { handOf, speakerListOf, type Hand, type SpeakerList } from './speaker-list.js';

const nobody: [] = [];

export function useSpeakerList(): SpeakerList {
  const requests = useRoom().state.record?.snapshot.floor.requests ?? nobody;
  return useMemo(() => speakerListOf(requests), [requests]);
}

/** One's own hand. */
export function useHand(): Hand {
  const list = useSpeakerList();
  const self = useRoom().state.me?.participant;
  return useMemo(() => handOf(list, self), [list, self]);
}
