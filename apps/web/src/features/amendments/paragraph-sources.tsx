import type { ConsolidatedParagraph } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import text from '../../ui/text.module.css';
import { AmendmentLink } from './amendment-link.js';
import { messages } from './messages.js';
import { SponsorNames } from './sponsor-names.js';
import styles from './amendments.module.css';

/** Where a paragraph of the consolidated text came from: the amendments in it and who wanted them. */
export function ParagraphSources({ paragraph }: { paragraph: ConsolidatedParagraph }) {
  const t = useMessages(messages);
  const { paragraph: number, sources } = paragraph;
  if (sources.length === 0) return <p className={text.quiet}>{t('sourceText')}</p>;
  const label = number === null ? t('sourcesOfNew') : t('sourcesOf', { paragraph: String(number) });
  return (
    <ul className={styles.sources} aria-label={label}>
      {sources.map((source) => (
        <li key={source.amendment}>
          {t.rich(`source_${source.how}`, {
            label: () => <AmendmentLink key="label" label={source.label} />,
            names: () => <SponsorNames key="names" sponsors={source.sponsors} />,
          })}
        </li>
      ))}
    </ul>
  );
}
