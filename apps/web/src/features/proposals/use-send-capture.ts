import { whenState, type Room } from '@roundtable/client';
import type { MarkedWords, ProposalView } from '@roundtable/contracts';
import { useMemo } from 'react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import { closeProposal, openCaptured, openProposal } from './proposal-store.js';

/** Later than this, people are elsewhere with their minds: nothing opens by itself any more. */
const attentionMs = 4_000;

export interface SendCapture {
  /** Makes a proposal of marked words: sent at once, opened for its title, undone from the notice. */
  captureAnew(sources: MarkedWords[]): Promise<void>;
  /** Adds marked words to a proposal that is there, as its sources. */
  addTo(proposal: { proposal: string; number: number }, sources: MarkedWords[]): Promise<void>;
}

/** Sends marked words and tells what became of them. */
export function useSendCapture(): SendCapture {
  const t = useMessages(messages);
  const problem = useProblem();
  const { client } = useRoom();

  return useMemo(() => {
    const say = (text: string): void => void showToast({ text });
    const complain = (text: string): void => void showToast({ tone: 'error', text });

    const captureAnew = async (sources: MarkedWords[]): Promise<void> => {
      const begun = Date.now();
      const { clientId, done } = client.capture({ sources });
      const result = await done;
      if (!result.ok) {
        client.discard(clientId);
        return complain(problem(result.error) ?? result.error.message);
      }
      const proposal = await findCaptured(client, result);
      if (proposal) tell(proposal, Date.now() - begun > attentionMs || isTyping());
    };

    const addTo: SendCapture['addTo'] = async ({ proposal, number }, sources) => {
      const { clientId, done } = client.addSources({ proposal, sources });
      const result = await done;
      if (!result.ok) {
        client.discard(clientId);
        return complain(problem(result.error) ?? result.error.message);
      }
      const show = { label: t('show'), run: () => openProposal(number) };
      return void showToast({ text: t('sourcesAdded', { number: String(number) }), action: show });
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
    return { captureAnew, addTo };
  }, [client, t, problem]);
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

/** Whoever has begun to write meanwhile is not to be torn away. */
function isTyping(): boolean {
  return document.activeElement?.matches('input, textarea, [contenteditable=true]') ?? false;
}
