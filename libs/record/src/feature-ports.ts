import type { Audience, Entry, FactType, RoomSnapshot } from '@roundtable/contracts';
import type { BoundStatement } from '@roundtable/persistence';
import type { EntityManager } from 'typeorm';

/**
 * What a feature contributes to the record, registered once at start with `RecordFeatures.register(...)`.
 * The first word of a fact's type names the feature (`floor.requested` -> `floor`).
 */
export interface RecordFeature {
  name: string;
  /**
   * Changes the feature's tables as the fact says, in the transaction of the append. The only way they change: live
   * acts, imports and rebuilding run the same code, so it needs nothing but the entry and the tables.
   */
  project(tx: EntityManager, room: string, entry: Entry): Promise<void>;
  /**
   * Does what `project` would do for each of several entries of this feature in a row, in fewer statements: for imports
   * and for commits shared by many acts. Without it they are projected one by one.
   */
  projectRun?(tx: EntityManager, room: string, entries: readonly Entry[]): Promise<void>;
  /**
   * True where projecting these entries sends all its statements before it waits for an answer to any: the commit then
   * follows at once. Left out, the commit waits.
   */
  projectsAtOnce?(entries: readonly Entry[]): boolean;
  /** `project` of all of them as one statement that hangs on nothing it reads; null or left out where it is none. */
  projection?(room: string, entries: readonly Entry[]): BoundStatement | null;
  /** The entry as this audience may see it, null to withhold it. The one road to live delivery, history and export. */
  present(entry: Entry, audience: Audience): Entry | null;
  /**
   * True where `present` gives this audience every entry of the feature just as it is stored: long pages are then passed on
   * as Postgres wrote them. Left out, each entry goes through `present`.
   */
  showsAsStored?(audience: Audience): boolean;
  /** The feature's part of a room's snapshot, in a transaction that reads one moment. */
  snapshot?(tx: EntityManager, room: string, audience: Audience): Promise<Partial<RoomSnapshot>>;
}

/** Keeps what the features registered. A fact of an unknown feature is refused on append and withheld on reading. */
export class RecordFeatures {
  private readonly features = new Map<string, RecordFeature>();

  register(feature: RecordFeature): void {
    if (this.features.has(feature.name))
      throw new Error(`The record knows two features named ${feature.name}.`);
    this.features.set(feature.name, feature);
  }

  /** @throws Error for a fact whose feature is not registered. */
  of(type: FactType): RecordFeature {
    const feature = this.find(type);
    if (!feature) throw new Error(`No feature is registered for ${type}.`);
    return feature;
  }

  /** The features whose entries this audience sees as they are stored. */
  shownAsStored(audience: Audience): string[] {
    return this.all().flatMap((feature) => (feature.showsAsStored?.(audience) ? [feature.name] : []));
  }

  /** The feature of a fact, undefined where it is not registered. */
  find(type: FactType): RecordFeature | undefined {
    return this.features.get(type.slice(0, type.indexOf('.')));
  }

  all(): RecordFeature[] {
    return [...this.features.values()];
  }
}
