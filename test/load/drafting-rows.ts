import type { Contestants } from './contestants.js';
import {
  draftAtAnEvenPace,
  draftAtFullSpeed,
  draftOnHocuspocus,
  draftOnRoundtable,
  type OpenDraft,
} from './drafting.js';
import type { ProcessUnderTest } from './process-under-test.js';
import type { Row } from './rows.js';
import type { Contestant } from './run.js';

/** So many write in one document. */
export const DRAFTERS = [2, 10, 20] as const;

/** Drafting together, beside the server that is made for it. It is started when it is first asked. */
export function draftingRows(contestants: Contestants, ours: Contestant): Row[] {
  let started: Promise<ProcessUnderTest> | undefined;
  const hocuspocus = (): Promise<ProcessUnderTest> => (started ??= contestants.hocuspocus());
  const roundtable = draftOnRoundtable(contestants.database, ours.nodes[0]?.url ?? '');
  return DRAFTERS.map((count) => ({
    name: `drafting ${count}`,
    turns: [
      { contestant: ours.name, measure: () => draft(roundtable, count, ours.nodes[0]) },
      {
        contestant: 'hocuspocus',
        measure: async () => {
          const server = await hocuspocus();
          return draft(draftOnHocuspocus(server.url), count, server);
        },
      },
    ],
  }));
}

async function draft(
  open: OpenDraft,
  count: number,
  server: ProcessUnderTest | undefined,
): Promise<Record<string, number>> {
  const cpuMs = (): number => server?.cpuMs() ?? Number.NaN;
  return { ...(await draftAtFullSpeed(open, count, cpuMs)), ...(await draftAtAnEvenPace(open, count)) };
}
