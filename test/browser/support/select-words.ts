import type { Locator } from 'playwright-core';
import type { RoomPage } from './room-page.js';

/** Drags the mouse from the first letter of some words on the record to the last letter of others. */
export async function selectWords(room: RoomPage, from: string, to: string): Promise<void> {
  const [start, end] = await Promise.all([
    edgeOf(room.entry(from).locator('[data-seq]'), from, 'start'),
    edgeOf(room.entry(to).locator('[data-seq]'), to, 'end'),
  ]);
  await room.page.mouse.move(start.x, start.y);
  await room.page.mouse.down();
  await room.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await room.page.mouse.move(end.x, end.y, { steps: 4 });
  await room.page.mouse.up();
}

/** Where the first or the last letter of some words stands on the page. */
function edgeOf(body: Locator, words: string, edge: 'start' | 'end'): Promise<{ x: number; y: number }> {
  return body.evaluate(
    (element, { words, edge }) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        const boxes = [...range.getClientRects()];
        const box = (edge === 'start' ? boxes[0] : boxes.at(-1)) as DOMRect;
        return { x: edge === 'start' ? box.left + 1 : box.right - 1, y: (box.top + box.bottom) / 2 };
      }
      throw new Error(`These words are not on the page: ${words}`);
    },
    { words, edge },
  );
}
