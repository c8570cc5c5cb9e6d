import type { PendingItem, Room, RoomState } from '@roundtable/client';
import type { ProposalView, WireError } from '@roundtable/contracts';
import {
  beginDraft,
  changesOf,
  hasChanges,
  hasFault,
  keepMine,
  markSent,
  rebase,
  takeTheirs,
  typeInto,
  type FieldChanges,
  type ProposalDraft,
  type ProposalField,
} from './proposal-draft.js';

/** `kept`: waits on this device for the connection. `faulty`: a field cannot be saved as it is. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'kept' | 'faulty' | 'conflict' | 'refused';
export interface KeptDraft {
  draft: ProposalDraft;
  save: SaveState;
  refusal: WireError | null;
}

export type DraftingRoom = Pick<Room, 'getView' | 'subscribe' | 'changeProposal' | 'discard'>;

const pauseMs = 1_200;

/**
 * Keeps what one writes into one proposal and saves it when one pauses or leaves the field: one change under way at a
 * time, each upon the newest version. Goes on until all is saved, also after its screen is gone.
 */
export class DraftKeeper {
  private readonly id: string;
  private draft: ProposalDraft;
  private refusal: WireError | null = null;
  private view: KeptDraft;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly listeners = new Set<() => void>();
  private stopFollowing: (() => void) | null = null;

  constructor(
    private readonly room: DraftingRoom,
    proposal: ProposalView,
  ) {
    this.id = proposal.id;
    this.draft = this.pending().reduce(overlay, beginDraft(proposal));
    this.view = this.present();
  }

  readonly getView = (): KeptDraft => this.view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.stopFollowing ??= this.room.subscribe(() => this.follow());
    this.follow();
    return () => {
      this.listeners.delete(listener);
      this.flush();
      this.rest();
    };
  };

  change(field: ProposalField, words: string): void {
    this.refusal = null;
    this.replace(typeInto(this.draft, field, words));
    this.wait();
  }

  /** Saves now what can be saved now. */
  flush(): void {
    this.stopWaiting();
    const changes = changesOf(this.draft);
    if (this.refusal || this.pending().length > 0 || !hasChanges(changes)) return;
    this.draft = markSent(this.draft, changes);
    this.room.changeProposal({ proposal: this.id, version: this.draft.base.version, ...changes });
    this.show();
  }

  keepMine(field: ProposalField): void {
    this.replace(keepMine(this.draft, field));
    this.flush();
  }

  takeTheirs(field: ProposalField): void {
    this.replace(takeTheirs(this.draft, field));
    this.flush();
  }

  retry(): void {
    this.refusal = null;
    this.flush();
    this.show();
  }

  private follow(): void {
    const newest = this.room.getView().record?.snapshot.proposals.proposals.find(({ id }) => id === this.id);
    if (newest) this.draft = rebase(this.draft, newest);
    for (const item of this.pending()) {
      if (item.status === 'refused' && item.refused) this.takeBack(item.clientId, item.refused);
    }
    if (this.timer === null) this.flush();
    this.show();
    this.rest();
  }

  /** What was refused never became part of the proposal: it is in the draft still, and is compared with what is there. */
  private takeBack(clientId: string, error: WireError): void {
    this.room.discard(clientId);
    this.draft = { ...this.draft, sent: {} };
    if (error.code === 'nothing_changed') return;
    const theirs = error.code === 'stale_version' ? proposalIn(error) : null;
    if (theirs) this.draft = rebase(this.draft, theirs);
    else this.refusal = error;
  }

  private pending(): PendingItem[] {
    return this.room.getView().pending.filter((item) => isChangeOf(item, this.id));
  }

  private wait(): void {
    this.stopWaiting();
    this.timer = setTimeout(() => this.flush(), pauseMs);
  }

  private stopWaiting(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Lets go of the room once nobody looks and nothing is left to be saved. */
  private rest(): void {
    if (this.listeners.size > 0 || this.pending().length > 0) return;
    this.stopFollowing?.();
    this.stopFollowing = null;
  }

  private replace(draft: ProposalDraft): void {
    this.draft = draft;
    this.show();
  }

  private show(): void {
    this.view = this.present();
    for (const listener of this.listeners) listener();
  }

  private present(): KeptDraft {
    const state = this.room.getView();
    return {
      draft: this.draft,
      refusal: this.refusal,
      save: saveStateOf(this.draft, this.refusal, this.pending(), state),
    };
  }
}

function saveStateOf(
  draft: ProposalDraft,
  refusal: WireError | null,
  pending: PendingItem[],
  { status }: RoomState,
): SaveState {
  if (refusal) return 'refused';
  if (Object.keys(draft.conflicts).length > 0) return 'conflict';
  if (pending.length > 0) return status === 'live' ? 'saving' : 'kept';
  if (hasFault(draft)) return 'faulty';
  return hasChanges(changesOf(draft)) ? 'unsaved' : 'saved';
}

/** Changes that were made before a reload and are not sent yet belong to the draft again. */
function overlay(draft: ProposalDraft, item: PendingItem): ProposalDraft {
  if (item.intent !== 'proposals.change') return draft;
  const changes: FieldChanges = item.words;
  const fields = { ...draft.fields, ...markSent({ ...draft, sent: {} }, changes).sent };
  return markSent({ ...draft, fields }, changes);
}

function isChangeOf(item: PendingItem, proposal: string): boolean {
  return item.intent === 'proposals.change' && item.words.proposal === proposal;
}

function proposalIn({ data }: WireError): ProposalView | null {
  const proposal = data?.['proposal'];
  return typeof proposal === 'object' && proposal !== null && 'version' in proposal
    ? (proposal as ProposalView)
    : null;
}
