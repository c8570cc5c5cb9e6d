import { Check } from 'lucide-react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import type { DraftKeeper, KeptDraft } from './draft-keeper.js';
import { messages } from './messages.js';
import styles from './save-note.module.css';

/** Whether what one wrote is saved, and what keeps it from being. */
export function SaveNote({ kept, keeper }: { kept: KeptDraft; keeper: DraftKeeper }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { save, refusal } = kept;
  const isAtFault = save === 'refused' || save === 'conflict' || save === 'faulty';
  return (
    <p className={styles.note} role="status" data-fault={isAtFault || undefined}>
      {save === 'saved' && <Check size={14} aria-hidden />}
      {save === 'refused' ? t('notSaved', { reason: problem(refusal) ?? '' }) : t(save)}
      {save === 'refused' && (
        <Button variant="quiet" size="small" onPress={() => keeper.retry()}>
          {t('tryAgain')}
        </Button>
      )}
    </p>
  );
}
