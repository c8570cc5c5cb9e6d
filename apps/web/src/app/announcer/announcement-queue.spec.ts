import { describe, expect, it } from '@jest/globals';
import { createAnnouncementQueue } from './announcement-queue.js';

function listen() {
  const spoken: string[] = [];
  const due: (() => void)[] = [];
  const queue = createAnnouncementQueue({
    speak: (text) => spoken.push(text),
    schedule: (task) => due.push(task),
  });
  return { queue, spoken, pass: () => due.splice(0).forEach((task) => task()) };
}

describe('announcement queue', () => {
  it('says everything of one while in one breath, in the order it came', () => {
    const { queue, spoken, pass } = listen();
    queue.announce('The meeting is open.');
    queue.collect('messages', 'Aida', (names) => `${names.length} new messages from ${names.join(', ')}.`);
    queue.announce('Copied.');
    queue.collect('messages', 'Bekzat', () => 'unused');
    expect(spoken).toEqual([]);
    pass();
    expect(spoken).toEqual(['The meeting is open. 2 new messages from Aida, Bekzat. Copied.']);
  });

  it('says the same sentence once a batch, and again in the next', () => {
    const { queue, spoken, pass } = listen();
    queue.announce('Copied.');
    queue.announce('Copied.');
    pass();
    queue.announce('Copied.');
    pass();
    expect(spoken).toEqual(['Copied.', 'Copied.']);
  });

  it('starts a new collection after each batch', () => {
    const { queue, spoken, pass } = listen();
    const count = (items: number[]) => `${items.length}`;
    queue.collect('n', 1, count);
    pass();
    queue.collect('n', 2, count);
    pass();
    expect(spoken).toEqual(['1', '1']);
  });
});
