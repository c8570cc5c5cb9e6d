import { diffWords } from '@roundtable/contracts';
import { useMemo } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Banner } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { messages } from './messages.js';
import { TextDiff } from './text-diff.js';
import styles from './versions.module.css';

interface MovedOnProps {
  /** How it read when it was looked at, and how it reads now. */
  was: string;
  now: string;
  onGoOn(): void;
}

/** Says that others changed what a dialog was opened on, shows by words what, and lets one go on from there. */
export function MovedOn({ was, now, onGoOn }: MovedOnProps) {
  const t = useMessages(messages);
  const parts = useMemo(() => diffWords(was, now), [was, now]);
  const act = (
    <Button size="small" onPress={onGoOn}>
      {t('goOn')}
    </Button>
  );
  return (
    <section className={styles.diff} aria-label={t('movedOnName')}>
      <Banner tone="warn" action={act}>
        {t('movedOn')}
      </Banner>
      <TextDiff parts={parts} label={t('whatChanged')} />
    </section>
  );
}
