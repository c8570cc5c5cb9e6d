import type { SetLineView, SetView } from '@roundtable/contracts';
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useAnnouncer } from '../../../app/announcer/announcer.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { moved } from './moved.js';

/** Puts lines in another order: by the arrow keys on a line's handle, or by dragging it. */
export function useLineOrder(set: SetView, lines: readonly SetLineView[]) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  const { announce } = useAnnouncer();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const focused = useRef<string | null>(null);

  const move = async (id: string, to: number) => {
    const order = moved(set.lines, id, to);
    if (order === null || isPending) return;
    const result = await act(client.arrangeSet({ version: set.version, order }));
    const number = String(lines.find((line) => line.id === id)?.number ?? '');
    if (result.ok) announce(t('movedTo', { number, place: String(order.indexOf(id) + 1) }));
  };
  const by = (id: string, step: number) => void move(id, set.lines.indexOf(id) + step);

  const handleOf = (id: string) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', id);
      setDragged(id);
    },
    onDragEnd: () => {
      setDragged(null);
      setOver(null);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      focused.current = id;
      by(id, step);
    },
  });
  const rowOf = (id: string) => ({
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      setOver(id);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged !== null) void move(dragged, set.lines.indexOf(id));
    },
    'data-dragged': dragged === id || undefined,
    'data-over': (over === id && dragged !== id) || undefined,
  });
  return { handleOf, rowOf, by };
}
