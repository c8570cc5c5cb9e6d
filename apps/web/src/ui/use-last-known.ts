import { useState } from 'react';

/** Goes on giving the last that was known while it is asked for again, and where that fails. */
export function useLastKnown<T>(value: T | undefined): T | undefined {
  const [known, setKnown] = useState(value);
  if (value !== undefined && value !== known) setKnown(value);
  return value ?? known;
}
