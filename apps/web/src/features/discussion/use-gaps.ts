import type { Gap } from '@roundtable/client';
import { useCallback, useRef, useState } from 'react';
import { useRoom } from '../room/room-context.js';

type Side = 'newer' | 'older';

/** Loads missing stretches of the record, each once at a time. */
export function useGaps() {
  const { client } = useRoom();
  const underWay = useRef(new Set<number>());
  const [loading, setLoading] = useState<ReadonlySet<number>>(new Set());
  const [failed, setFailed] = useState<ReadonlySet<number>>(new Set());

  /** `newer`: the end of the gap, for whoever comes from below; `older`: its beginning. */
  const load = useCallback(
    async ({ from, to }: Gap, side: Side) => {
      if (underWay.current.has(from)) return;
      underWay.current.add(from);
      setLoading(new Set(underWay.current));
      const answer = await (side === 'newer' ? client.loadBefore(to + 1) : client.loadAfter(from - 1));
      underWay.current.delete(from);
      setLoading(new Set(underWay.current));
      setFailed((before) => {
        const after = new Set(before);
        if (answer.ok) after.delete(from);
        else after.add(from);
        return after;
      });
    },
    [client],
  );
  return { load, loading, failed };
}
