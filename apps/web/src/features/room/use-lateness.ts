import { useEffect, useState } from 'react';

/** Below this nobody is told of a wait. */
const patienceMs = 3_000;

/** True once `isWaiting` has lasted three seconds. */
export function useLateness(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isWaiting]);
  return isWaiting && isLate;
}
