import { useCallback } from 'react';
import { useSearchParams, type NavigateOptions } from 'react-router';

type ChangeQuery = (change: (now: URLSearchParams) => URLSearchParams, options?: NavigateOptions) => void;

/**
 * The query of the address, and what changes it.
 *
 * A change starts from the address itself. The router would hand out the query of the page last drawn, and of two
 * changes between two drawings the second would undo the first.
 */
export function useAddressQuery(): [URLSearchParams, ChangeQuery] {
  const [params, setParams] = useSearchParams();
  const change = useCallback<ChangeQuery>(
    (make, options) => setParams(make(new URLSearchParams(window.location.search)), options),
    [setParams],
  );
  return [params, change];
}
