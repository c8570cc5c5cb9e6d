import type { Fact, FactType, Membership, Permission } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';

/** A fact about to be appended. The record allots `seq` and `at`. */
export type Draft<T extends FactType = FactType> = {
  [K in T]: {
    type: K;
    data: Fact<K>;
    /** Participant who acted; defaults to the command's caller. */
    actor?: string | null;
    /** Agenda item; defaults to the open one. */
    item?: string | null;
    target?: number | null;
    /** Only for imports: when it happened elsewhere (ISO UTC). Clamped to never go back. */
    at?: string;
  };
}[T];

/** What a decision may look at: all of it is read under the room's lock. */
export interface DecisionContext {
  tx: EntityManager;
  room: string;
  /** The seq that the first draft will get. */
  nextSeq: number;
  /** The `at` that the drafts will get, ISO UTC ms. */
  at: string;
  /** Fresh membership of the caller; null for the system. */
  membership: Membership | null;
}

/**
 * Marks an act that may share its commit with others, because the room's rules let it through one by one or many at
 * once. Keys name what else it looks at or changes (`text:7`): an act that looks at what an earlier one of the same
 * commit changes waits for the next, since a decision sees only what is committed.
 */
export interface SharedCommit {
  reads?: readonly string[];
  writes?: readonly string[];
}

/** One act on a room. The record locks the room, re-checks the right, lets `decide` speak, appends and projects. */
export interface AppendCommand {
  room: string;
  /** Null for the system itself (import, sample, retention): then no permission is checked. */
  caller: Member | null;
  permission: Permission;
  /** UUIDv7 from the client; null only for the system. */
  clientId: string | null;
  /** Name and payload of the intent, hashed so that the same clientId with other content is an error. */
  intent: string;
  payload: object;
  /** True where the act changes who may read the room or as what: everybody in it is then authorised afresh. */
  changesRights?: boolean;
  /** Left out, the act has a transaction of its own. Not for acts that change rights. */
  shared?: SharedCommit;
  /**
   * What `decide` says, where it looks at nothing: the act may then be committed with one statement. Only for acts with
   * `shared`, and without `wasDone`.
   */
  drafts?: readonly Draft[];
  /**
   * Finds out whether this act was done before, for acts that leave no entry with their client id, such as ballots. Asked
   * under the lock and, as for a client id on the record, before the right is judged: what was done is acknowledged
   * again after the meeting closed. @throws ClientIdReused for a client id used for other content.
   */
  wasDone?(place: Pick<DecisionContext, 'tx' | 'room'>): Promise<boolean>;
  /** Decides under the lock. An empty array means that nothing is to be recorded. @throws DomainError to refuse. */
  decide(context: DecisionContext): Promise<Draft[]>;
}

/** What became of a command. `seq` is the first entry's; the head where nothing was recorded. */
export interface Appended {
  seq: number;
  at: string;
  duplicate: boolean;
}
