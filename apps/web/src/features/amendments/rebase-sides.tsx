import type { AmendmentView, MergePart, RebaseOffer } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import layout from '../../ui/layout.module.css';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { DiffWords } from '../documents/versions/diff-words.js';
import { diffOf, diffTexts } from './amendment-diff.js';
import { messages } from './messages.js';
import styles from './amendments.module.css';

interface RebaseSidesProps {
  amendment: AmendmentView;
  offer: RebaseOffer;
  onTake(text: string): void;
}

/** The paragraph then and now, the amendment as it was, and both changes brought together, beside each other. */
export function RebaseSides({ amendment, offer, onTake }: RebaseSidesProps) {
  const t = useMessages(messages);
  const { was, now, from, to, suggestion, parts, hasOverlap } = offer;
  const own = amendment.text;
  return (
    <>
      <div className={styles.sides}>
        {was !== null && <Side title={t('oldParagraph', { version: String(from) })}>{was}</Side>}
        {now !== null && (
          <Side title={t('newParagraph', { version: String(to) })}>
            {was === null ? now : <DiffWords parts={diffTexts(was, now)} />}
          </Side>
        )}
        <Side title={t('ownWords')}>
          <DiffWords parts={diffOf(amendment)} />
        </Side>
        {suggestion !== null && (
          <Side title={t('together')}>
            {parts.map((part, index) => (
              <TogetherPart key={index} part={part} />
            ))}
          </Side>
        )}
      </div>
      {hasOverlap && <p>{t('overlapHint')}</p>}
      {own !== null && (
        <div className={layout.row}>
          {suggestion !== null && (
            <Button size="small" onPress={() => onTake(suggestion)}>
              {t('takeTogether')}
            </Button>
          )}
          <Button size="small" onPress={() => onTake(own)}>
            {t('takeOwn')}
          </Button>
          {now !== null && amendment.kind === 'replace' && (
            <Button size="small" onPress={() => onTake(now)}>
              {t('takeText')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.side} aria-label={title}>
      <h3>{title}</h3>
      <div className={styles.words}>{children}</div>
    </section>
  );
}

/** Words of both sides; where both changed the same ones, both are shown and said to be. */
function TogetherPart({ part }: { part: MergePart }) {
  const t = useMessages(messages);
  if (part.kind === 'words') return <span>{part.words}</span>;
  return (
    <span className={styles.overlap}>
      <VisuallyHidden>{t('overlapText')}</VisuallyHidden>
      {part.text || '∅ '}
      {' ⟷ '}
      <VisuallyHidden>{t('overlapAmendment')}</VisuallyHidden>
      {part.amendment || '∅ '}
      <VisuallyHidden>{t('overlapEnd')}</VisuallyHidden>
    </span>
  );
}
