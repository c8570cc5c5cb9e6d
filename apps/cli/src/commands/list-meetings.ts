import { DataSource } from 'typeorm';
import { withContext } from '../context.js';
import { say } from '../terminal.js';

/** Lists every meeting with its id, state and title, newest first. */
export async function listMeetings(): Promise<number> {
  await withContext(async ({ app }) => {
    const rows = await app
      .get(DataSource)
      .query<{ id: string; state: string; title: string }[]>(
        'SELECT id, state, title FROM meetings_meetings ORDER BY starts_at DESC, id',
      );
    for (const { id, state, title } of rows) say(`${id}  ${state.padEnd(9)}  ${title}`);
    if (rows.length === 0) say('There is no meeting yet.');
  });
  return 0;
}
