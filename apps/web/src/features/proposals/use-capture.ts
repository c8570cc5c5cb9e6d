import { whenState, type Room } from '@roundtable/client';
import { LIMITS, type MarkedWords, type ProposalView } from '@roundtable/contracts';
import { useMemo } from 'react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { marksOfSelection } from '../discussion/source-offsets.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import { closeProposal, openCaptured, openProposal } from './proposal-store.js';
import { rememberPlace } from './return-place.js';

/** Later than this, people are elsewhere with their minds: nothing opens by itself any more. */
const attentionMs = 4_000;

export interface Capture {
  /** Makes a proposal of the selected words, or of the whole entry that has the focus where none are selected. */
  captureSelection(): void;
  /** Makes a proposal of a whole entry. */
  captureEntry(seq: number): void;
  canCapture: boolean;
}

/** Turns words of the record into a proposal: sent at once, opened for its title, undone from the notice. */
export function useCapture(): Capture {
  const t = useMessages(messages);
  const problem = useProblem();
  const { client, may } = useRoom();
  const canCapture = may('proposals.capture');

  return useMemo(() => {
    const say = (text: string): void => void showToast({ text });
    const complain = (text: string): void => void showToast({ tone: 'error', text });

    const capture = async (sources: MarkedWords[]): Promise<void> => {
      if (!canCapture) return complain(t('mayNotCapture'));
      if (sources.length === 0) return say(t('nothingSelected'));
      if (sources.length > LIMITS.proposalSources)
        return complain(t('tooManySources', { limit: LIMITS.proposalSources }));
      rememberPlace(sources[0]?.seq);
      const begun = Date.now();
      const { clientId, done } = client.capture({ sources });
      getSelection()?.removeAllRanges();
      const result = await done;
      if (!result.ok) {
        client.discard(clientId);
        return complain(problem(result.error) ?? result.error.message);
      }
      const proposal = await findCaptured(client, result);
      if (proposal) tell(proposal, Date.now() - begun > attentionMs || isTyping());
    };

    const tell = (proposal: ProposalView, isLate: boolean): void => {
      const { number } = proposal;
      const text = t('captured', { number: String(number) });
      if (!isLate) openCaptured(number);
      const show = { label: t('show'), run: () => openProposal(number) };
      const takeBack = { label: t('undo'), run: () => void undo(proposal) };
      showToast({ text, action: isLate ? show : takeBack });
    };

    const undo = async ({ id, number }: ProposalView): Promise<void> => {
      closeProposal();
      const { clientId, done } = client.withdrawProposal({ proposal: id });
      const result = await done;
      if (result.ok) return say(t('withdrawnToast', { number: String(number) }));
      client.discard(clientId);
      complain(problem(result.error) ?? result.error.message);
    };

    const bodyOf = (seq: number) => client.getView().record?.messages.get(seq)?.body ?? null;
    const captureEntry = (seq: number) => {
      const words = bodyOf(seq);
      void capture(words === null ? [] : [{ seq, from: 0, to: words.length, words }]);
    };
    const captureSelection = () => {
      const selection = getSelection();
      const marked = selection ? marksOfSelection(selection, bodyOf) : [];
      const focused = marked.length === 0 ? seqOfFocus() : null;
      if (focused === null) void capture(marked);
      else captureEntry(focused);
    };
    return { captureSelection, captureEntry, canCapture };
  }, [client, canCapture, t, problem]);
}

/** The proposal that an accepted capture became. A moment of the record belongs to one entry of one person. */
async function findCaptured(
  client: Room,
  { seq, at }: { seq: number; at: string },
): Promise<ProposalView | undefined> {
  // Rejects where the room is left before the entry arrives: then there is nobody to show it to.
  const state = await whenState(client, ({ record }) => (record?.head ?? 0) >= seq).catch(() => null);
  return state?.record?.snapshot.proposals.proposals.findLast(
    ({ capturedAt, capturedBy }) => capturedAt === at && capturedBy === state.me?.participant,
  );
}

function seqOfFocus(): number | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const inside = focused.querySelectorAll<HTMLElement>('[data-seq]');
  const body = focused.closest<HTMLElement>('[data-seq]') ?? (inside.length === 1 ? inside[0] : null);
  const seq = Number(body?.dataset['seq']);
  return Number.isSafeInteger(seq) && seq > 0 ? seq : null;
}

/** Whoever has begun to write meanwhile is not to be torn away. */
function isTyping(): boolean {
  return document.activeElement?.matches('input, textarea, [contenteditable=true]') ?? false;
}
