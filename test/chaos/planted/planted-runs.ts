import type { Ground } from '../cluster.js';

export const PLANTED_BUGS = {};

export interface PlantedResult {
  name: string;
  caught: boolean;
}

export async function playPlantedBugs(
  _ground: Ground,
  _plan: { seed: number; names: string[]; say(line: string): void },
): Promise<PlantedResult[]> {
  return [];
}
