import { createContext, use, useMemo, useRef, type ReactNode } from 'react';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { readPreferences } from '../preferences/preference-store.js';
import { createAnnouncementQueue, type AnnouncementQueue } from './announcement-queue.js';

const batchMs = 1_000;
const AnnouncerContext = createContext<AnnouncementQueue>({ announce: () => {}, collect: () => {} });

/** Holds the one polite live region of the page. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  const queue = useMemo(
    () =>
      createAnnouncementQueue({
        speak: (text) => speakIn(region.current, text),
        schedule: (task) => setTimeout(task, batchMs),
      }),
    [],
  );
  return (
    <AnnouncerContext value={queue}>
      {children}
      {/* The data attribute keeps React Aria from hiding the region while a dialog is open. */}
      <VisuallyHidden>
        <div ref={region} role="status" aria-live="polite" data-live-announcer="true" />
      </VisuallyHidden>
    </AnnouncerContext>
  );
}

/** `announce(sentence)` and `collect(key, item, summarise)`: heard by screen readers, batched once a second. */
export function useAnnouncer(): AnnouncementQueue {
  return use(AnnouncerContext);
}

/** A fresh element each time: the same words twice are then heard twice. */
function speakIn(region: HTMLElement | null, text: string): void {
  if (!region || !readPreferences().announcer) return;
  const line = document.createElement('p');
  line.textContent = text;
  region.replaceChildren(line);
}
