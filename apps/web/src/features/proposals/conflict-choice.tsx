import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { messages } from './messages.js';
import styles from './conflict-choice.module.css';

interface ConflictChoiceProps {
  /** Label of the field. */
  label: string;
  theirs: string;
  mine: string;
  onKeepMine(): void;
  onTakeTheirs(): void;
}

/** Two people changed one field: shows both texts and lets one choose. */
export function ConflictChoice({ label, theirs, mine, onKeepMine, onTakeTheirs }: ConflictChoiceProps) {
  const t = useMessages(messages);
  return (
    <div className={styles.conflict} role="group" aria-label={`${label}: ${t('conflictTitle')}`}>
      <p className={styles.title} role="status">
        {t('conflictTitle')}
      </p>
      <dl className={styles.texts}>
        <dt>{t('conflictTheirs')}</dt>
        <dd dir="auto">{theirs || t('conflictEmpty')}</dd>
        <dt>{t('conflictMine')}</dt>
        <dd dir="auto">{mine || t('conflictEmpty')}</dd>
      </dl>
      <div className={styles.acts}>
        <Button size="small" onPress={onTakeTheirs}>
          {t('takeTheirs')}
        </Button>
        <Button size="small" onPress={onKeepMine}>
          {t('keepMine')}
        </Button>
      </div>
    </div>
  );
}
