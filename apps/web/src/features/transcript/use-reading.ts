import { useCallback, useMemo } from 'react';
import { useLocation } from 'react-router';
import { useAddressQuery } from '../../app/use-address-query.js';
import { readReading, writeReading, type PassageFilter, type Reading } from './reading-address.js';

/** What is read, kept in the address so that it can be shared and "back" returns to it. */
export function useReading() {
  const [params, changeQuery] = useAddressQuery();
  const { key, pathname } = useLocation();
  const query = params.toString();
  const reading = useMemo(() => readReading(new URLSearchParams(query)), [query]);

  const change = useCallback(
    (changesOf: (now: Reading) => Partial<Reading>, { isStep }: { isStep: boolean }) =>
      changeQuery(
        (query) => {
          const now = readReading(query);
          return writeReading({ ...now, ...changesOf(now) });
        },
        { replace: !isStep, preventScrollReset: true },
      ),
    [changeQuery],
  );
  const jump = useCallback((seq: number) => change(() => ({ at: seq }), { isStep: true }), [change]);
  // Typing and choosing are not places to go back to; the entry pointed at stays where it is.
  const search = useCallback((words: string) => change(() => ({ words }), { isStep: false }), [change]);
  const narrow = useCallback(
    (part: Partial<PassageFilter>) =>
      change(({ filter }) => ({ filter: { ...filter, ...part } }), { isStep: false }),
    [change],
  );
  // The first page of a tab has no key of its own, so its address stands in.
  const visit = key === 'default' ? `${pathname} ${reading.at ?? ''}` : key;
  return { reading, visit, jump, search, narrow };
}
