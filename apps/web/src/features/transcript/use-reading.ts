import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { readReading, writeReading, type PassageFilter, type Reading } from './reading-address.js';

/** What is read, kept in the address so that it can be shared and "back" returns to it. */
export function useReading() {
  const [params, setParams] = useSearchParams();
  const { key, pathname } = useLocation();
  const query = params.toString();
  const reading = useMemo(() => readReading(new URLSearchParams(query)), [query]);

  const change = useCallback(
    (changes: Partial<Reading>, { isStep }: { isStep: boolean }) =>
      setParams((now) => writeReading({ ...readReading(now), ...changes }), {
        replace: !isStep,
        preventScrollReset: true,
      }),
    [setParams],
  );
  const jump = useCallback((seq: number) => change({ at: seq }, { isStep: true }), [change]);
  // Typing and choosing are not places to go back to; the entry pointed at stays where it is.
  const search = useCallback((words: string) => change({ words }, { isStep: false }), [change]);
  const narrow = useCallback((filter: PassageFilter) => change({ filter }, { isStep: false }), [change]);
  // The first page of a tab has no key of its own, so its address stands in.
  const visit = key === 'default' ? `${pathname} ${reading.at ?? ''}` : key;
  return { reading, visit, jump, search, narrow };
}
