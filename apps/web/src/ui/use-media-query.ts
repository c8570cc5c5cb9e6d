import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds now: `useMediaQuery(narrow)`. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** A phone, or a window zoomed in. */
export const phone = '(max-width: 40rem)';
/** Too narrow for two columns. */
export const narrow = '(max-width: 60rem)';
