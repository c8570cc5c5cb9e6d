import type { ConsolidatedParagraph, ProposalView } from '@roundtable/contracts';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Markdown } from '../../ui/markdown.js';
import { Skeleton } from '../../ui/skeleton.js';
import text from '../../ui/text.module.css';
import { DiffWords } from '../documents/versions/diff-words.js';
import { AlsoChoice } from './also-choice.js';
import { diffTexts } from './amendment-diff.js';
import { ParagraphConflicts } from './conflict-note.js';
import { messages } from './messages.js';
import { ParagraphSources } from './paragraph-sources.js';
import { useConsolidated } from './use-amendment-queries.js';
import type { Amendments } from './use-amendments.js';
import styles from './amendments.module.css';

/** How the text with its amendments is looked at. */
export type AmendedView = 'changed' | 'differences' | 'consolidated';

interface AmendedTextProps {
  view: AmendedView;
  proposal: ProposalView;
  all: Amendments;
  /** Ids of tabled amendments to look at it with. */
  also: readonly string[];
  onAlso(also: readonly string[]): void;
}

/** The newest version with the amendments that are in: as it would read, what changes, or where each paragraph came from. */
export function AmendedText({ view, proposal, all, also, onAlso }: AmendedTextProps) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { data, error } = useConsolidated(proposal, all.amendments, also);
  const labelOf = (id: string) => all.amendments.find((each) => each.id === id)?.label ?? '–';
  if (error && !data) return <p className={text.quiet}>{t('notShown', { reason: problem(error) ?? '' })}</p>;
  if (!data) return <Skeleton lines={4} />;
  const isSame = data.paragraphs.every(({ kind }) => kind === 'same');
  const shown = data.paragraphs.filter(({ kind }) => view !== 'changed' || kind !== 'deleted');
  return (
    <>
      <AlsoChoice all={all} also={also} onChange={onAlso} />
      <p className={text.quiet}>{t(`about_${view}`, { version: String(data.version) })}</p>
      {data.leftOut.map(({ amendment, with: other }) => (
        <p key={amendment} className={styles.warning}>
          {t('leftOut', { label: labelOf(amendment), other: labelOf(other) })}
        </p>
      ))}
      {view === 'differences' && isSame && <p>{t('allSame')}</p>}
      {shown.length === 0 && <p>{t('emptyText')}</p>}
      <ol className={styles.text}>
        {shown.map((paragraph, index) => (
          <li key={index} className={styles.paragraph} data-kind={paragraph.kind}>
            <span className={styles.number} aria-hidden>
              {view === 'changed' ? index + 1 : (paragraph.paragraph ?? '+')}
            </span>
            <ParagraphWords view={view} paragraph={paragraph} />
            {view === 'consolidated' && <ParagraphSources paragraph={paragraph} />}
            <ParagraphConflicts paragraph={paragraph.paragraph} all={all} />
          </li>
        ))}
      </ol>
    </>
  );
}

function ParagraphWords({ view, paragraph }: { view: AmendedView; paragraph: ConsolidatedParagraph }) {
  const t = useMessages(messages);
  const { kind, was, text: words } = paragraph;
  if (view === 'differences' && kind !== 'same')
    return (
      <div className={styles.words}>
        <DiffWords parts={diffTexts(was ?? '', words ?? '')} />
      </div>
    );
  if (words === null) return <p className={text.quiet}>{t('deleted')}</p>;
  return (
    <div className={text.record}>
      <Markdown>{words}</Markdown>
    </div>
  );
}
