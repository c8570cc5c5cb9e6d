import { OPEN_PROPOSAL_STATES, type SimilarProposal } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import layout from '../../../ui/layout.module.css';
import { Name } from '../../../ui/name.js';
import text from '../../../ui/text.module.css';
import { messages } from '../messages.js';
import { openProposal } from '../proposal-store.js';
import { ProposalState } from '../proposal-state.js';
import { useSendCapture } from '../use-send-capture.js';
import { askAboutSimilar, useSimilarQuestion, type SimilarQuestion } from './similar-store.js';
import styles from './similar-sheet.module.css';

/** Shown instead of a new proposal where there is a similar one; Enter makes a new one all the same. */
export function SimilarSheet() {
  const question = useSimilarQuestion();
  return question && <Question question={question} />;
}

function Question({ question: { sources, similar } }: { question: SimilarQuestion }) {
  const t = useMessages(messages);
  const { captureAnew, addTo } = useSendCapture();
  const close = () => askAboutSimilar(null);
  const settle = (act: () => unknown) => () => {
    close();
    act();
  };
  return (
    <Dialog
      title={t('similarTitle')}
      isOpen
      onOpenChange={close}
      size="small"
      footer={
        <>
          <Button onPress={close}>{t('notAtAll')}</Button>
          <Button variant="primary" autoFocus onPress={settle(() => captureAnew(sources))}>
            {t('captureAnew')}
          </Button>
        </>
      }
    >
      <div className={layout.stack}>
        <p className={text.quiet}>
          <bdi>{sources.map(({ words }) => words).join(' … ')}</bdi>
        </p>
        <ul className={styles.list}>
          {similar.map((each) => (
            <Similar
              key={each.proposal}
              similar={each}
              onAdd={settle(() => addTo(each, sources))}
              onShow={settle(() => openProposal(each.number))}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

interface SimilarProps {
  similar: SimilarProposal;
  onAdd(): void;
  onShow(): void;
}

function Similar({ similar: { number, title, state }, onAdd, onShow }: SimilarProps) {
  const t = useMessages(messages);
  const isOpen = OPEN_PROPOSAL_STATES.some((open) => open === state);
  const named = { number: String(number) };
  return (
    <li className={styles.item}>
      <span className={styles.title}>
        <span className={styles.number}>{number}</span> <Name isWrapping>{title}</Name>{' '}
        <ProposalState state={state} />
      </span>
      <span className={layout.row}>
        {isOpen && (
          <Button size="small" onPress={onAdd} aria-label={t('addToNamed', named)}>
            {t('addTo')}
          </Button>
        )}
        <Button size="small" variant="quiet" onPress={onShow} aria-label={t('showNamed', named)}>
          {t('show')}
        </Button>
      </span>
    </li>
  );
}
