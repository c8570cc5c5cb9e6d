import type { AmendmentView } from '@roundtable/contracts';
import { TriangleAlert } from 'lucide-react';
import { Fragment } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { AmendmentLink } from './amendment-link.js';
import { messages } from './messages.js';
import type { Amendments } from './use-amendments.js';
import styles from './amendments.module.css';

/** Says of one amendment which others it cannot be merged with. */
export function RivalsNote({ rivals }: { rivals: readonly AmendmentView[] }) {
  const t = useMessages(messages);
  if (rivals.length === 0) return null;
  return (
    <p className={styles.warning}>
      <TriangleAlert size={16} aria-hidden />
      <span>{t.rich('conflictWith', { names: () => <Links key="names" amendments={rivals} /> })}</span>
    </p>
  );
}

/** Says of one paragraph which amendments to it cannot be merged together. */
export function ParagraphConflicts({ paragraph, all }: { paragraph: number | null; all: Amendments }) {
  const t = useMessages(messages);
  const found = all.conflicts.filter((each) => each.paragraph === paragraph);
  return found.map(({ amendments: pair }) => {
    const [one, other] = pair.map((id) => all.amendments.find((each) => each.id === id));
    if (!one || !other) return null;
    return (
      <p key={pair.join()} className={styles.warning}>
        <TriangleAlert size={16} aria-hidden />
        <span>
          <AmendmentLink label={one.label} />
          {': '}
          {t.rich('conflictWith', { names: () => <Links key="names" amendments={[other]} /> })}
        </span>
      </p>
    );
  });
}

function Links({ amendments }: { amendments: readonly AmendmentView[] }) {
  return amendments.map(({ id, label }, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <AmendmentLink label={label} />
    </Fragment>
  ));
}
