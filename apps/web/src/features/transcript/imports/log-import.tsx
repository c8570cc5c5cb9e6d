import { LIMITS } from '@roundtable/contracts';
import { useState } from 'react';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { FileDrop } from '../../../ui/file-drop.js';
import layout from '../../../ui/layout.module.css';
import { Progress } from '../../../ui/progress.js';
import text from '../../../ui/text.module.css';
import { isImportable, isPeopleList } from './log-files.js';
import { LogPreview } from './log-preview.js';
import { messages } from './messages.js';
import { useLogFiles } from './use-log-files.js';
import styles from './imports.module.css';

/** Logs are chosen, looked through and corrected, then imported. */
export function LogImport() {
  const t = useMessages(messages);
  const { formatList, formatNumber } = useFormats();
  const { logs, run, add, read, importAll, leaveOut, rename } = useLogFiles();
  const [people, setPeople] = useState<readonly string[]>([]);
  const take = (files: File[]) => {
    setPeople(files.filter(isPeopleList).map(({ name }) => name));
    add(files.filter((file) => !isPeopleList(file)));
  };
  const ready = logs.filter(isImportable).length;
  const imported = logs.filter(({ result }) => result?.meeting).length;
  return (
    <div className={styles.part}>
      <FileDrop
        label={t('logsLabel')}
        description={t('logsNote')}
        isMultiple
        maxBytes={LIMITS.uploadBytes}
        files={[]}
        onChange={take}
        isDisabled={run !== null}
      />
      {people.length > 0 && <p className={text.quiet}>{t('peopleIgnored', { names: formatList(people) })}</p>}
      {logs.map((log) => (
        <LogPreview
          key={log.id}
          log={log}
          isBusy={run !== null}
          onLeaveOut={() => leaveOut(log.id)}
          onRetry={() => void read([log])}
          onRename={(key, name) => rename(log, key, name)}
        />
      ))}
      <div role="status">
        {run && (
          <>
            <Progress label={t(run.deed, shown(run, formatNumber))} value={run.done / (run.all + 1)} />
            <p className={text.quiet}>{t(run.deed, shown(run, formatNumber))}</p>
          </>
        )}
        {!run && imported > 0 && <p className={text.lead}>{t('done', { count: imported })}</p>}
      </div>
      {logs.some(({ summary }) => summary) && (ready > 0 || imported === 0) && (
        <div className={layout.rowEnd}>
          <Button
            variant="primary"
            isDisabled={ready === 0}
            isPending={run?.deed === 'importing'}
            onPress={() => void importAll()}
          >
            {t('import', { count: ready })}
          </Button>
        </div>
      )}
    </div>
  );
}

function shown({ done, all }: { done: number; all: number }, formatNumber: (value: number) => string) {
  return { done: formatNumber(done), all: formatNumber(all) };
}
