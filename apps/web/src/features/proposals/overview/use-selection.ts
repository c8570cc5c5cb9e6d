import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { readSelection, writeSelection, type Selection } from './proposal-selection.js';

/** What is shown, as the address says it; changing it changes the address. */
export function useSelection(): [Selection, (change: Partial<Selection>) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (part: Partial<Selection>) =>
      setParams((before) => writeSelection({ ...readSelection(before), ...part }), { replace: true }),
    [setParams],
  );
  return [readSelection(params), change];
}
