import { LIMITS, type HistoryPage, type TranscriptPage } from '@roundtable/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../app/api.js';
import { covers, extendBack, extendForward, renew, windowOf, type PassageWindow } from './passage-window.js';
import type { PassageFilter } from './reading-address.js';
import { readChanges } from './record-changes.js';

const pageSize = 200;

export interface Passages {
  /** Null until the first page is there. */
  window: PassageWindow | null;
  /** Another number whenever the window is another stretch and not a longer one. */
  stretch: number;
  /** Set where reading failed; `retry` tries what failed again. */
  error: unknown;
  isReadingBack: boolean;
  isReadingOn: boolean;
  readBack(): void;
  readOn(): void;
  /** Takes in what became of the passages since, and what was said after them. */
  lookAgain(): void;
  /** Makes sure that a place, or the beginning, is loaded. */
  reach(seq: number | null): void;
  retry(): void;
}

type Cursor = { after?: number; before?: number; around?: number };

/** Reads a transcript page by page around the place one is at. Mount it anew (by key) for another filter. */
export function usePassages(
  { meeting, room }: { meeting: string; room: string },
  filter: PassageFilter,
): Passages {
  const [window, setWindow] = useState<PassageWindow | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<'back' | 'on' | 'place' | null>(null);
  const [stretch, setStretch] = useState(0);
  const latest = useRef(window);
  const running = useRef<{ way: 'back' | 'on' | 'place'; abort: AbortController } | null>(null);
  const following = useRef<AbortController | null>(null);
  const isLookMissed = useRef(false);
  const failed = useRef<() => void>(() => {});

  const readPage = useCallback(
    (cursor: Cursor, signal: AbortSignal) =>
      api.get<TranscriptPage>(`/meetings/${meeting}/transcript`, {
        query: { ...filter, ...cursor, limit: pageSize },
        signal,
      }),
    [meeting, filter],
  );

  const read = useCallback(
    async (way: 'back' | 'on' | 'place', cursor: Cursor, take: (page: TranscriptPage) => PassageWindow) => {
      // A jump overtakes what is under way; reading on at the edge of the screen waits its turn.
      if (running.current && way !== 'place') return;
      running.current?.abort.abort();
      if (way === 'place') following.current?.abort();
      const task = { way, abort: new AbortController() };
      running.current = task;
      setBusy(way);
      setError(null);
      try {
        latest.current = take(await readPage(cursor, task.abort.signal));
        setWindow(latest.current);
        if (way === 'place') setStretch((count) => count + 1);
      } catch (problem) {
        if (task.abort.signal.aborted) return;
        failed.current = () => void read(way, cursor, take);
        setError(problem);
      } finally {
        if (running.current === task) {
          running.current = null;
          setBusy(null);
        }
      }
    },
    [readPage],
  );

  const readBack = useCallback(() => {
    const held = latest.current;
    if (!held || held.before === null) return;
    void read('back', { before: held.before }, (page) => extendBack(latest.current ?? held, page));
  }, [read]);
  const readOn = useCallback(() => {
    const held = latest.current;
    const last = held?.passages.at(-1)?.seq ?? 0;
    if (held) void read('on', { after: last }, (page) => extendForward(latest.current ?? held, page));
  }, [read]);
  const follow = useCallback(async () => {
    const held = latest.current;
    if (!held || following.current) return;
    const { signal } = (following.current = new AbortController());
    try {
      const changes = await readChanges(held, {
        readEntries: (after) =>
          api.get<HistoryPage>(`/rooms/${room}/entries`, {
            query: { after, limit: LIMITS.historyPage },
            signal,
          }),
        readPassages: async (after) => (await readPage({ after }, signal)).passages,
      });
      if (signal.aborted) return;
      latest.current = renew(latest.current ?? held, changes);
      setWindow(latest.current);
      if (isLookMissed.current) setError(null);
      isLookMissed.current = false;
      if (latest.current.after === null) readOn();
    } catch (problem) {
      if (signal.aborted) return;
      isLookMissed.current = true;
      failed.current = () => void follow();
      setError(problem);
    } finally {
      if (following.current?.signal === signal) following.current = null;
    }
  }, [room, readPage, readOn]);
  const lookAgain = useCallback(() => void follow(), [follow]);
  const reach = useCallback(
    (seq: number | null) => {
      if (latest.current && (seq === null || covers(latest.current, seq))) return;
      void read('place', seq === null ? {} : { around: seq }, windowOf);
    },
    [read],
  );

  useEffect(
    () => () => {
      running.current?.abort.abort();
      following.current?.abort();
    },
    [read],
  );

  return {
    ...{ window, stretch, error, readBack, readOn, lookAgain, reach },
    isReadingBack: busy === 'back',
    isReadingOn: busy === 'on',
    retry: useCallback(() => failed.current(), []),
  };
}
