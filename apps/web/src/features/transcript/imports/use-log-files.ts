import type { W3cImportPreview, W3cImportResult } from '@roundtable/contracts';
import { useCallback, useRef, useState } from 'react';
import { api } from '../../../app/api.js';
import { ApiError } from '../../../app/api-error.js';
import { queryClient } from '../../../app/query-client.js';
import { correctedNames, isImportable, type LogFile } from './log-files.js';

/** How far a run through several files has come. */
export interface Run {
  deed: 'reading' | 'importing';
  done: number;
  all: number;
}

/**
 * Chosen logs, read and imported one after another: each has its own answer, so that one bad file never stops the rest,
 * and two logs of the same name are told apart.
 */
export function useLogFiles() {
  const [logs, setLogs] = useState<readonly LogFile[]>([]);
  const [run, setRun] = useState<Run | null>(null);
  const nextId = useRef(1);

  const patch = useCallback((id: number, change: Partial<LogFile>) => {
    setLogs((all) => all.map((log) => (log.id === id ? { ...log, ...change } : log)));
  }, []);

  const through = useCallback(
    async (
      deed: Run['deed'],
      chosen: readonly LogFile[],
      work: (log: LogFile) => Promise<Partial<LogFile>>,
    ) => {
      for (const [index, log] of chosen.entries()) {
        setRun({ deed, done: index + 1, all: chosen.length });
        patch(log.id, { error: null });
        patch(log.id, await work(log).catch(toProblem));
      }
      setRun(null);
    },
    [patch],
  );

  const read = useCallback((chosen: readonly LogFile[]) => through('reading', chosen, preview), [through]);
  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file) => ({
        ...{ id: nextId.current++, file, summary: null, names: {}, result: null, error: null },
      }));
      setLogs((all) => [...all, ...added]);
      void read(added);
    },
    [read],
  );
  const importAll = useCallback(async () => {
    await through('importing', logs.filter(isImportable), bringIn);
    await queryClient.invalidateQueries({ queryKey: ['meetings'] });
  }, [logs, through]);

  return {
    ...{ logs, run, add, read, importAll },
    leaveOut: (id: number) => setLogs((all) => all.filter((log) => log.id !== id)),
    rename: (log: LogFile, key: string, name: string) =>
      patch(log.id, { names: { ...log.names, [key]: name } }),
  };
}

async function preview({ file }: LogFile): Promise<Partial<LogFile>> {
  const form = new FormData();
  form.append('files', file);
  const { files } = await api.post<W3cImportPreview>('/imports/w3c/preview', form);
  return { summary: files[0] ?? null };
}

async function bringIn(log: LogFile): Promise<Partial<LogFile>> {
  const form = new FormData();
  form.append('files', log.file);
  form.append('speakers', JSON.stringify({ [log.summary?.file ?? log.file.name]: correctedNames(log) }));
  const { files } = await api.post<W3cImportResult>('/imports/w3c', form);
  return { result: files[0] ?? null };
}

/** A file that changed on the disk since it was chosen cannot be sent, and says so as a TypeError. */
function toProblem(error: unknown): Partial<LogFile> {
  if (error instanceof ApiError) return { error };
  return { error: new ApiError({ code: 'unreadable_file', message: String(error), status: 0 }) };
}
