import type { SearchHit } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useShortcut } from '../../app/shortcuts/use-shortcut.js';
import { messages } from './messages.js';
import type { PanelTab } from './side-panel.js';

interface ReaderKeys {
  hits: readonly SearchHit[];
  at: number | null;
  jump(seq: number): void;
  openPanel(tab: PanelTab): void;
  step(by: 1 | -1): void;
}

/** What the keyboard does on a transcript. */
export function useReaderShortcuts({ hits, at, jump, openPanel, step }: ReaderKeys): void {
  const t = useMessages(messages);
  const group = t('transcript');
  const hasHits = hits.length > 0;
  const visitHit = (by: 1 | -1) => {
    const next = neighbourHit(hits, at, by);
    if (next) jump(next.seq);
  };
  useShortcut({ code: 'Slash', label: t('find'), group }, () => openPanel('find'));
  useShortcut({ code: 'KeyF', ctrl: true, label: t('find'), group }, () => openPanel('find'));
  useShortcut({ code: 'KeyC', label: t('contents'), group }, () => openPanel('contents'));
  useShortcut({ code: 'KeyN', label: t('nextHit'), group, when: hasHits }, () => visitHit(1));
  useShortcut({ code: 'KeyN', shift: true, label: t('previousHit'), group, when: hasHits }, () =>
    visitHit(-1),
  );
  useShortcut({ code: 'KeyJ', label: t('nextEntry'), group }, () => step(1));
  useShortcut({ code: 'KeyK', label: t('previousEntry'), group }, () => step(-1));
}

/** The hit after or before an entry, going round at the ends. */
export function neighbourHit(
  hits: readonly SearchHit[],
  at: number | null,
  by: 1 | -1,
): SearchHit | undefined {
  const place = at ?? (by === 1 ? 0 : Infinity);
  return by === 1
    ? (hits.find(({ seq }) => seq > place) ?? hits[0])
    : (hits.findLast(({ seq }) => seq < place) ?? hits.at(-1));
}
