import { Injectable } from '@nestjs/common';
import type { Entry, FactType } from '@roundtable/contracts';
import type { BoundStatement } from '@roundtable/persistence';
import type { EntityManager } from 'typeorm';
import { RecordFeatures, type RecordFeature } from './feature-ports.js';

/** Lets the features change their tables as entries say, in the order of the entries. */
@Injectable()
export class RecordProjection {
  constructor(private readonly features: RecordFeatures) {}

  /** @throws Error for an entry whose feature is not registered. */
  async project(tx: EntityManager, room: string, entries: readonly Entry[]): Promise<void> {
    for (const { feature, run } of this.runsOf(entries)) {
      if (feature.projectRun && run.length > 1) await feature.projectRun(tx, room, run);
      else for (const entry of run) await feature.project(tx, room, entry);
    }
  }

  /** True where `project` sends everything before it waits for anything. */
  isSentAtOnce(entries: readonly Entry[]): boolean {
    const [only, ...others] = this.runsOf(entries);
    return only !== undefined && others.length === 0 && only.feature.projectsAtOnce?.(only.run) === true;
  }

  /** What `project` does, as one statement; null where it is not one. */
  inOneStatement(room: string, entries: readonly Entry[]): BoundStatement | null {
    const [only, ...others] = this.runsOf(entries);
    return (others.length === 0 && only?.feature.projection?.(room, only.run)) || null;
  }

  /** @throws Error where nobody projects such a fact: asked before anything is written. */
  demandFeature(type: FactType): void {
    this.features.of(type);
  }

  /** Entries of one feature that stand in a row. */
  private runsOf(entries: readonly Entry[]): { feature: RecordFeature; run: Entry[] }[] {
    const runs: { feature: RecordFeature; run: Entry[] }[] = [];
    for (const entry of entries) {
      const feature = this.features.of(entry.type);
      const last = runs.at(-1);
      if (last?.feature === feature) last.run.push(entry);
      else runs.push({ feature, run: [entry] });
    }
    return runs;
  }
}
