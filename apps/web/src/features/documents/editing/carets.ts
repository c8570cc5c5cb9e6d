import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { yCursorPlugin } from 'y-prosemirror';
import type { Awareness } from 'y-protocols/awareness';
import { hueOf } from '../../../ui/initials.js';
import { hasReadableCursor, participantOf } from './writers.js';
import styles from './carets.module.css';

interface CaretOptions {
  awareness: Awareness | null;
  /** The name of a participant as it is shown. */
  nameOf(participant: string | null): string;
}

const freshMs = 3_000;

/** Shows where others write: a caret of their colour, their name on it while they move, and what they have selected. */
export const Carets = Extension.create<CaretOptions>({
  name: 'carets',
  priority: 999,

  addOptions: () => ({ awareness: null, nameOf: () => '' }),

  addProseMirrorPlugins() {
    const { awareness, nameOf } = this.options;
    if (!awareness) return [];
    const freshness = new Freshness(awareness);
    const who = (client: number) => participantOf(awareness.getStates().get(client));
    return [
      yCursorPlugin(awareness, {
        awarenessStateFilter: (self: number, client: number, state: unknown) =>
          client !== self && participantOf(state) !== null && hasReadableCursor(state),
        cursorBuilder: (_user: unknown, client: number) =>
          caret(who(client), nameOf(who(client)), client, freshness.isFresh(client)),
        selectionBuilder: (_user: unknown, client: number) => ({
          class: styles.selection,
          style: `--hue: ${hueOf(who(client) ?? '')}`,
        }),
      }) as Plugin,
      new Plugin({ view: ({ dom }) => freshness.follow(dom) }),
      new Plugin({ view: () => ({ update: ({ dom }) => turnNames(dom) }) }),
    ];
  },
});

function caret(participant: string | null, name: string, client: number, isFresh: boolean): HTMLElement {
  const element = document.createElement('span');
  element.className = styles.caret ?? '';
  element.style.setProperty('--hue', String(hueOf(participant ?? '')));
  element.dataset['caret'] = String(client);
  element.toggleAttribute('data-fresh', isFresh);
  // The list of writers tells the same in words; a name in the middle of a sentence would be read with it.
  element.setAttribute('aria-hidden', 'true');
  const label = document.createElement('bdi');
  label.className = styles.name ?? '';
  label.textContent = name;
  element.append('\u2060', label, '\u2060');
  return element;
}

/** Names stand to the right of their caret, and to the left where the text ends before they do. */
function turnNames(dom: HTMLElement): void {
  const end = dom.getBoundingClientRect().right;
  for (const element of dom.querySelectorAll<HTMLElement>('[data-caret]')) {
    const width = element.querySelector('bdi')?.offsetWidth ?? 0;
    element.toggleAttribute('data-turned', element.getBoundingClientRect().left + width > end);
  }
}

/** Ten names over one text hide it: a name shows while its caret moves and shortly after. */
class Freshness {
  private readonly movedAt = new Map<number, number>();

  constructor(private readonly awareness: Awareness) {}

  isFresh(client: number): boolean {
    return Date.now() - (this.movedAt.get(client) ?? 0) < freshMs;
  }

  follow(dom: HTMLElement): { destroy(): void } {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const note = ({ added, updated }: { added: number[]; updated: number[] }) => {
      for (const client of [...added, ...updated]) {
        this.movedAt.set(client, Date.now());
        this.show(dom, client);
        const timer = setTimeout(() => {
          timers.delete(timer);
          this.show(dom, client);
        }, freshMs + 50);
        timers.add(timer);
      }
    };
    this.awareness.on('change', note);
    return {
      destroy: () => {
        this.awareness.off('change', note);
        for (const timer of timers) clearTimeout(timer);
      },
    };
  }

  private show(dom: HTMLElement, client: number): void {
    const element = dom.querySelector(`[data-caret="${client}"]`);
    element?.toggleAttribute('data-fresh', this.isFresh(client));
  }
}
