import type { Audience, Entry } from '@roundtable/contracts';
import type { RecordFeatures } from '@roundtable/record';
import type { EntityManager } from 'typeorm';

/** A feature that keeps one table, withholds bodies marked "staff only" and fails where a body says so. */
export function registerDiary(features: RecordFeatures): void {
  features.register({
    name: 'discussion',
    project: async (tx: EntityManager, room: string, entry: Entry) => {
      if (entry.type !== 'discussion.posted') return;
      if (entry.data.body === 'projection fails') throw new Error('The projection failed.');
      await tx.query('INSERT INTO diary VALUES ($1, $2, $3)', [room, entry.seq, entry.data.body]);
    },
    projection: (room: string, entries: readonly Entry[]) => ({
      name: 'diary_insert',
      text: 'INSERT INTO diary SELECT $1, seq, body FROM unnest($2::bigint[], $3::text[]) AS new (seq, body)',
      values: [room, entries.map(({ seq }) => seq), entries.map(bodyOf)],
    }),
    present: (entry: Entry, audience: Audience) => {
      if (audience === 'public') return null;
      const isSecret = entry.type === 'discussion.posted' && entry.data.body.startsWith('staff only');
      return isSecret && audience !== 'staff' ? null : entry;
    },
    showsAsStored: (audience: Audience) => audience === 'staff',
  });
}

function bodyOf(entry: Entry): string {
  if (entry.type !== 'discussion.posted') throw new Error(`${entry.type} has no words.`);
  return entry.data.body;
}
