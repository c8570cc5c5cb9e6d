import { useCallback } from 'react';
import { useAddressQuery } from '../../../app/use-address-query.js';
import { readSelection, writeSelection, type Selection } from './proposal-selection.js';

/** What is shown, as the address says it; changing it changes the address. */
export function useSelection(): [Selection, (change: Partial<Selection>) => void] {
  const [query, changeQuery] = useAddressQuery();
  const change = useCallback(
    (part: Partial<Selection>) =>
      changeQuery((now) => writeSelection({ ...readSelection(now), ...part }), { replace: true }),
    [changeQuery],
  );
  return [readSelection(query), change];
}
