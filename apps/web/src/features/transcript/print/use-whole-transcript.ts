import type { PassageView, TranscriptPage } from '@roundtable/contracts';
import { LIMITS } from '@roundtable/contracts';
import { useEffect, useState } from 'react';
import { api } from '../../../app/api.js';

interface Whole {
  /** Page by page, so that what is drawn already need not be drawn again. */
  pages: readonly (readonly PassageView[])[];
  total: number;
  isComplete: boolean;
  error: unknown;
}

const nothing: Whole = { pages: [], total: 0, isComplete: false, error: null };

/** Reads a transcript from its beginning to its end. `attempt` counts up to begin anew after a failure. */
export function useWholeTranscript(meeting: string, attempt: number): Whole {
  const [whole, setWhole] = useState(nothing);
  useEffect(() => {
    const { signal, abort } = controlled();
    void readAll(meeting, signal, setWhole).catch((error: unknown) => {
      if (!signal.aborted) setWhole((read) => ({ ...read, error }));
    });
    return abort;
  }, [meeting, attempt]);
  return whole;
}

async function readAll(meeting: string, signal: AbortSignal, show: (whole: Whole) => void): Promise<void> {
  let pages: Whole['pages'] = [];
  let after: number | null = 0;
  show(nothing);
  while (after !== null) {
    const page: TranscriptPage = await api.get<TranscriptPage>(`/meetings/${meeting}/transcript`, {
      query: { after, limit: LIMITS.transcriptPage },
      signal,
    });
    pages = [...pages, page.passages];
    after = page.after;
    show({ pages, total: page.total, isComplete: after === null, error: null });
  }
}

function controlled() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
