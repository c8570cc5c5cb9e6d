import { LIMITS } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../app/api.js';
import { ApiError } from '../../../app/api-error.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { queryClient } from '../../../app/query-client.js';
import { Banner } from '../../../ui/banner.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { FileDrop } from '../../../ui/file-drop.js';
import layout from '../../../ui/layout.module.css';
import { Progress } from '../../../ui/progress.js';
import text from '../../../ui/text.module.css';
import { messages } from './messages.js';
import styles from './imports.module.css';

interface Imported {
  meeting: string;
  entries: number;
}

/** Takes in a meeting that a Roundtable exported. */
export function ExportImport() {
  const t = useMessages(messages);
  const [files, setFiles] = useState<File[]>([]);
  const taking = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return api.post<Imported>('/imports/json', form);
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['meetings'] }),
  });
  const [file] = files;
  return (
    <div className={styles.part}>
      <FileDrop
        label={t('exportLabel')}
        description={t('exportNote')}
        accept={['.json']}
        maxBytes={LIMITS.uploadBytes}
        files={files}
        onChange={(chosen) => {
          taking.reset();
          setFiles(chosen);
        }}
        isDisabled={taking.isPending}
      />
      {taking.isPending && <Progress label={t('readingFile')} />}
      {taking.error && <Refused error={taking.error} />}
      {taking.data ? (
        <div className={layout.rowSpread} role="status">
          <p className={text.lead}>{t('exportDone', { count: taking.data.entries })}</p>
          <ButtonLink to={`/m/${taking.data.meeting}/transcript`}>{t('openIt')}</ButtonLink>
        </div>
      ) : (
        file && (
          <div className={layout.rowEnd}>
            <Button variant="primary" isPending={taking.isPending} onPress={() => taking.mutate(file)}>
              {t('importExport')}
            </Button>
          </div>
        )
      )}
    </div>
  );
}

/** The sentence in one's language, and what exactly the server found, which names the place in the file. */
function Refused({ error }: { error: Error }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const isForbidden = error instanceof ApiError && error.code === 'forbidden';
  return (
    <>
      <Banner tone="error">{isForbidden ? t('forbidden') : problem(error)}</Banner>
      {error instanceof ApiError && !isForbidden && (
        <Disclosure summary={t('details')}>
          <p lang="en" dir="auto" className={styles.details}>
            {error.message}
          </p>
        </Disclosure>
      )}
    </>
  );
}
