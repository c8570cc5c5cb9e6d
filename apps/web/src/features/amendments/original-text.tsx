import type { ProposalView } from '@roundtable/contracts';
import { Fragment } from 'react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { Markdown } from '../../ui/markdown.js';
import { Skeleton } from '../../ui/skeleton.js';
import text from '../../ui/text.module.css';
import type { Paragraph } from './amendment-draft.js';
import { AmendmentLink } from './amendment-link.js';
import { isStanding } from './by-paragraph.js';
import { ParagraphConflicts } from './conflict-note.js';
import { messages } from './messages.js';
import { useParagraphs } from './use-amendment-queries.js';
import type { Amendments } from './use-amendments.js';
import styles from './amendments.module.css';

interface OriginalTextProps {
  proposal: ProposalView;
  all: Amendments;
  /** Proposes an amendment to a paragraph; left out for those who may not. */
  onAmend: ((paragraph: Paragraph) => void) | undefined;
}

/** The newest version paragraph by paragraph, each with the amendments to it. */
export function OriginalText({ proposal, all, onAmend }: OriginalTextProps) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { data, error } = useParagraphs(proposal, all.amendments);
  if (error && !data) return <p className={text.quiet}>{t('notShown', { reason: problem(error) ?? '' })}</p>;
  if (!data) return <Skeleton lines={4} />;
  return (
    <>
      <p className={text.quiet}>{t('about_original', { version: String(data.version) })}</p>
      {data.paragraphs.length === 0 && <p>{t('emptyText')}</p>}
      <ol className={styles.text}>
        {data.paragraphs.map(({ number, text: words }) => (
          <li key={number} className={styles.paragraph}>
            <span className={styles.number} aria-hidden>
              {number}
            </span>
            <div className={text.record}>
              <Markdown>{words}</Markdown>
            </div>
            <div className={styles.paragraphFoot}>
              <AmendmentsTo paragraph={number} all={all} />
              {onAmend && (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t('amendParagraph', { paragraph: String(number) })}
                  onPress={() => onAmend({ number, text: words })}
                >
                  {t('amend')}
                </Button>
              )}
            </div>
            <ParagraphConflicts paragraph={number} all={all} />
          </li>
        ))}
      </ol>
    </>
  );
}

function AmendmentsTo({ paragraph, all }: { paragraph: number; all: Amendments }) {
  const here = all.amendments.filter((each) => isStanding(each) && each.paragraph === paragraph);
  if (here.length === 0) return null;
  return (
    <span>
      {here.map(({ id, label }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <AmendmentLink label={label} />
        </Fragment>
      ))}
    </span>
  );
}
