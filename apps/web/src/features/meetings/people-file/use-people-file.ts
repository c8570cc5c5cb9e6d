import type { ParticipantImportPreview, ParticipantImportResult } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../app/api.js';
import { useActId } from '../../../app/use-act-id.js';
import { refreshMeeting } from '../meeting-queries.js';

/** A chosen list: what each row would do, and then the deed. */
export function usePeopleFile(meeting: string) {
  const base = `/meetings/${meeting}/participants`;
  const [files, setFiles] = useState<File[]>([]);
  const preview = useMutation({
    mutationFn: (file: File) => api.post<ParticipantImportPreview>(`${base}/preview`, formOf(file)),
  });
  const act = useActId();
  const apply = useMutation({
    mutationFn: (file: File) => {
      const form = formOf(file);
      form.set('clientId', act.for([file.name, file.size, file.lastModified]));
      return api.post<ParticipantImportResult>(`${base}/import`, form);
    },
    onSuccess: () => act.done(),
    onSettled: () => refreshMeeting(meeting),
  });
  const choose = (chosen: File[]) => {
    setFiles(chosen);
    apply.reset();
    preview.reset();
    if (chosen[0]) preview.mutate(chosen[0]);
  };
  return { files, choose, preview, apply };
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}
