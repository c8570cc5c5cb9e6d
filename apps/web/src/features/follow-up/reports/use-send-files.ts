import { FILE_FAULTS, type FollowUpFile } from '@roundtable/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../../app/api-error.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { upload } from '../../../app/upload.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { shareSent } from './share-sent.js';

/**
 * Sends the files of a report before it, each once however often one tries; says how far that is and which was refused.
 * Whoever stops it, or leaves, sends nothing more; what was sent by then is not sent again.
 */
export function useSendFiles(followUp: string) {
  const { meetingId } = useRoom();
  const path = `/meetings/${meetingId}/follow-up/${followUp}/files`;
  const say = useProblem();
  const t = useMessages(messages);
  const refusalOf = (error: unknown) => {
    if (!(error instanceof ApiError) || error.code !== 'file_refused') return null;
    const why = FILE_FAULTS.find((fault) => fault === error.data?.['why']);
    return why ? t(`refused_${why}`) : null;
  };
  /** Null while nothing is being sent. */
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const sent = useRef(new Map<File, string>());
  const sending = useRef<AbortController | null>(null);
  const stop = useCallback(() => sending.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const send = async (files: readonly File[]): Promise<string[] | null> => {
    setProblem(null);
    const left = files.filter((file) => !sent.current.has(file));
    sending.current = new AbortController();
    const { signal } = sending.current;
    setShare(left.length > 0 ? 0 : null);
    try {
      for (const [at, file] of left.entries()) {
        const form = new FormData();
        form.append('file', file, file.name);
        try {
          const { id } = await upload<FollowUpFile>(path, form, {
            signal,
            onShare: (ofFile) => setShare(shareSent(left, at, ofFile)),
          });
          sent.current.set(file, id);
        } catch (error) {
          if (signal.aborted) return null;
          setProblem(`\u2068${file.name}\u2069: ${refusalOf(error) ?? say(error) ?? ''}`);
          return null;
        }
      }
      return signal.aborted ? null : files.map((file) => sent.current.get(file) ?? '');
    } finally {
      setShare(null);
    }
  };
  return { send, stop, share, problem, forget: () => setProblem(null) };
}
