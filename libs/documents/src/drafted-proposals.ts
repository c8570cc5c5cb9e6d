import type { Membership } from '@roundtable/contracts';
import type { Demand, DomainError } from '@roundtable/platform';
import type { Draft } from '@roundtable/record';
import type { EntityManager } from 'typeorm';

/** A proposal as it stands for as long as the transaction lasts. */
export interface HeldProposal {
  /** Markdown, read when it is asked for: it may be long, and an update does not need it. */
  text(): Promise<string>;
  /** The same for as long as nothing changed that a refusal hangs on. */
  stamp: string;
  /** Why somebody may not write its text in the state it is in; null where they may. */
  refusalFor(membership: Membership): Promise<DomainError | null>;
}

/**
 * The proposals whose text is drafted here. A port, filled where the application is composed: documents stand beside
 * proposals and know nothing of their life.
 */
export abstract class DraftedProposals {
  /** Reads a proposal and keeps it from changing until the transaction ends. Null where there is none. */
  abstract hold(tx: EntityManager, room: string, proposal: string): Promise<HeldProposal | null>;
  /** That a proposal is as it was with this stamp; to keep it from changing until the transaction ends. */
  abstract demandSame(room: string, proposal: string, stamp: string): Demand;
  /** The facts that make `text` the proposal's, none where it reads so already. Under the room's lock. */
  abstract rewrite(tx: EntityManager, room: string, proposal: string, text: string): Promise<Draft[]>;
}
