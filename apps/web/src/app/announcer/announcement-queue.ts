/** Collects what happens within a short while and says it once, so that a screen reader is not drowned. */
export interface AnnouncementQueue {
  /** Says a sentence with the next batch; the same sentence twice is said once. */
  announce: (sentence: string) => void;
  /** Collects `item` under `key`; when the batch is due `summarise` makes one sentence of all of them. */
  collect: <T>(key: string, item: T, summarise: (items: T[]) => string) => void;
}

interface Options {
  speak: (text: string) => void;
  /** Runs `task` after the batching delay. */
  schedule: (task: () => void) => void;
}

export function createAnnouncementQueue({ speak, schedule }: Options): AnnouncementQueue {
  let sentences: (() => string)[] = [];
  let plain = new Set<string>();
  let collected = new Map<string, unknown[]>();

  const flush = () => {
    const text = sentences.map((say) => say()).join(' ');
    sentences = [];
    plain = new Set();
    collected = new Map();
    speak(text);
  };
  const add = (say: () => string) => {
    if (sentences.length === 0) schedule(flush);
    sentences.push(say);
  };

  return {
    announce(sentence) {
      if (plain.has(sentence)) return;
      plain.add(sentence);
      add(() => sentence);
    },
    collect(key, item, summarise) {
      const known = collected.get(key) as (typeof item)[] | undefined;
      if (known) {
        known.push(item);
        return;
      }
      const items = [item];
      collected.set(key, items);
      add(() => summarise(items));
    },
  };
}
