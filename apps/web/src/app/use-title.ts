import { useEffect } from 'react';

/** Sets the title of the tab while a screen shows: «Water and energy · Roundtable»; `badge` puts a count before it. */
export function useTitle(title: string | null | undefined, badge = 0): void {
  useEffect(() => {
    const words = title ? `${title} · Roundtable` : 'Roundtable';
    document.title = badge > 0 ? `(${badge}) ${words}` : words;
  }, [title, badge]);
}
