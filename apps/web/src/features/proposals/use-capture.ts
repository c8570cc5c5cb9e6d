import { LIMITS, type MarkedWords } from '@roundtable/contracts';
import { useMemo } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { marksOfSelection } from '../discussion/source-offsets.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import { openNumberNow } from './proposal-store.js';
import { rememberPlace } from './return-place.js';
import { findSimilar } from './similar/find-similar.js';
import { askAboutSimilar } from './similar/similar-store.js';
import { useSendCapture } from './use-send-capture.js';

export interface Capture {
  /** Makes a proposal of the selected words, or of the whole entry that has the focus where none are selected. */
  captureSelection(): void;
  /** Makes a proposal of a whole entry. */
  captureEntry(seq: number): void;
  /** Adds the selected words, or the entry that has the focus, to the proposal that is open beside the record. */
  addSelection(): void;
  canCapture: boolean;
}

/** Turns words of the record into a proposal, or into one more source of one; says where there is a similar one. */
export function useCapture(): Capture {
  const t = useMessages(messages);
  const { client, meetingId, may } = useRoom();
  const { captureAnew, addTo } = useSendCapture();
  const canCapture = may('proposals.capture');

  return useMemo(() => {
    const say = (text: string): void => void showToast({ text });
    const complain = (text: string): void => void showToast({ tone: 'error', text });

    /** The marked words, once nothing speaks against taking them. */
    const take = (sources: MarkedWords[]): MarkedWords[] | null => {
      if (!canCapture) complain(t('mayNotCapture'));
      else if (sources.length === 0) say(t('nothingSelected'));
      else if (sources.length > LIMITS.proposalSources)
        complain(t('tooManySources', { limit: LIMITS.proposalSources }));
      else {
        rememberPlace(sources[0]?.seq);
        getSelection()?.removeAllRanges();
        return sources;
      }
      return null;
    };
    const capture = async (marked: MarkedWords[]): Promise<void> => {
      const sources = take(marked);
      if (sources === null) return;
      const isLive = client.getView().status === 'live';
      const similar = isLive ? await findSimilar(meetingId, sources) : [];
      if (similar.length === 0) return captureAnew(sources);
      askAboutSimilar({ sources, similar });
    };

    const bodyOf = (seq: number) => client.getView().record?.messages.get(seq)?.body ?? null;
    const wholeEntry = (seq: number): MarkedWords[] => {
      const words = bodyOf(seq);
      return words === null ? [] : [{ seq, from: 0, to: words.length, words }];
    };
    const marks = (): MarkedWords[] => {
      const selection = getSelection();
      const marked = selection ? marksOfSelection(selection, bodyOf) : [];
      const focused = marked.length === 0 ? seqOfFocus() : null;
      return focused === null ? marked : wholeEntry(focused);
    };
    const addSelection = () => {
      const proposals = client.getView().record?.snapshot.proposals.proposals;
      const open = proposals?.find(({ number }) => number === openNumberNow());
      if (!open) return say(t('noneOpen'));
      const sources = take(marks());
      if (sources) void addTo({ proposal: open.id, number: open.number }, sources);
    };
    return {
      captureSelection: () => void capture(marks()),
      captureEntry: (seq: number) => void capture(wholeEntry(seq)),
      addSelection,
      canCapture,
    };
  }, [client, meetingId, canCapture, captureAnew, addTo, t]);
}

function seqOfFocus(): number | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const inside = focused.querySelectorAll<HTMLElement>('[data-seq]');
  const body = focused.closest<HTMLElement>('[data-seq]') ?? (inside.length === 1 ? inside[0] : null);
  const seq = Number(body?.dataset['seq']);
  return Number.isSafeInteger(seq) && seq > 0 ? seq : null;
}
