import { useEffect } from 'react';
import { useRoom } from '../room/room-context.js';
import { useAttention } from './use-attention.js';

/** What one glances over while the list moves is not read yet. */
const glanceMs = 400;

/** Moves the read mark up to `seen`, an entry in sight: only while one looks, and only once the list stands still. */
export function useReading(seen: number): void {
  const { client, state } = useRoom();
  const isAttentive = useAttention();
  const isUnread = seen > state.lastRead;
  useEffect(() => {
    if (!isAttentive || !isUnread) return;
    const timer = setTimeout(() => client.markRead(seen), glanceMs);
    return () => clearTimeout(timer);
  }, [client, isAttentive, isUnread, seen]);
}
