import { FILE_FAULTS, type FollowUpFile } from '@roundtable/contracts';
import { useRef, useState } from 'react';
import { ApiError } from '../../../app/api-error.js';
import { api } from '../../../app/api.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';

/** Sends the files of a report before it, each once however often one tries, and says which was refused. */
export function useSendFiles(followUp: string) {
  const { meetingId } = useRoom();
  const say = useProblem();
  const t = useMessages(messages);
  const refusalOf = (error: unknown) => {
    if (!(error instanceof ApiError) || error.code !== 'file_refused') return null;
    const why = FILE_FAULTS.find((fault) => fault === error.data?.['why']);
    return why ? t(`refused_${why}`) : null;
  };
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const sent = useRef(new Map<File, string>());
  const send = async (files: readonly File[]): Promise<string[] | null> => {
    setProblem(null);
    setSending(files.length > 0);
    try {
      for (const file of files) {
        if (sent.current.has(file)) continue;
        const form = new FormData();
        form.append('file', file, file.name);
        try {
          const { id } = await api.post<FollowUpFile>(
            `/meetings/${meetingId}/follow-up/${followUp}/files`,
            form,
          );
          sent.current.set(file, id);
        } catch (error) {
          setProblem(`\u2068${file.name}\u2069: ${refusalOf(error) ?? say(error) ?? ''}`);
          return null;
        }
      }
      return files.map((file) => sent.current.get(file) ?? '');
    } finally {
      setSending(false);
    }
  };
  return { send, isSending, problem, forget: () => setProblem(null) };
}
