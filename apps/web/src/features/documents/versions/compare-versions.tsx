import type { DocumentVersionView } from '@roundtable/contracts';
import { useState } from 'react';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Select, type Choice } from '../../../ui/select.js';
import text from '../../../ui/text.module.css';
import { messages } from './messages.js';
import { TextDiff } from './text-diff.js';
import { useDiff } from './use-versions.js';
import styles from './versions.module.css';

/** Chooses two versions, or one and the text as it is now, and shows what differs. */
export function CompareVersions({ versions }: { versions: readonly DocumentVersionView[] }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const [pair, setPair] = useState({ from: String(versions[0]?.version ?? 1), to: 'now' });
  const [isShown, setShown] = useState(false);
  const to = pair.to === 'now' ? null : Number(pair.to);
  const { data, error, refetch } = useDiff(isShown ? Number(pair.from) : null, to);
  const choices: Choice[] = versions.map(({ version, note }) => ({
    value: String(version),
    label: t('version', { version: String(version) }),
    hint: note ?? undefined,
  }));
  const choose = (change: Partial<typeof pair>) => {
    setPair({ ...pair, ...change });
    setShown(false);
  };
  const nameOf = (value: string) => (value === 'now' ? t('now') : t('version', { version: value }));
  const compare = () => {
    if (isShown) void refetch();
    setShown(true);
  };
  return (
    <section className={styles.compare} aria-label={t('compare')}>
      <div className={styles.pair}>
        <Select
          label={t('older')}
          choices={choices}
          value={pair.from}
          onChange={(from) => choose({ from })}
        />
        <Select
          label={t('newer')}
          choices={[{ value: 'now', label: t('now') }, ...choices]}
          value={pair.to}
          onChange={(value) => choose({ to: value })}
        />
      </div>
      <div>
        <Button size="small" isPending={isShown && !data && !error} onPress={compare}>
          {t('compare')}
        </Button>
      </div>
      {isShown && error && <p className={text.quiet}>{t('notShown', { reason: problem(error) ?? '' })}</p>}
      {isShown && data && (
        <TextDiff parts={data.parts} label={t('diff', { from: nameOf(pair.from), to: nameOf(pair.to) })} />
      )}
    </section>
  );
}
