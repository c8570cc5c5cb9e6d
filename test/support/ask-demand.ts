import type { Demand } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';

/** Whether what is demanded is so. */
export async function askDemand(manager: EntityManager, demand: Demand | undefined): Promise<boolean> {
  if (!demand) throw new Error('Nothing is demanded.');
  const [row] = await manager.query<{ met: boolean }[]>(`SELECT (${demand.sql}) AS met`, [...demand.values]);
  return row?.met ?? false;
}
