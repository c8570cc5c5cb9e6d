import type { ParticipantImportPreview, ParticipantRow } from '@roundtable/contracts';
import { useState } from 'react';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Banner } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { FormError } from '../../../ui/form-error.js';
import layout from '../../../ui/layout.module.css';
import { RadioGroup } from '../../../ui/radio-group.js';
import text from '../../../ui/text.module.css';
import { messages } from './messages.js';
import { RowsTable } from './rows-table.js';

const STATUSES = ['wrong', 'new', 'changed', 'unchanged'] as const;
type Shown = ParticipantRow['status'] | 'all';
const separators = new Map([
  [',', 'separator_comma'],
  [';', 'separator_semicolon'],
  ['\t', 'separator_tab'],
] as const);

interface PeoplePreviewProps {
  preview: ParticipantImportPreview;
  isPending: boolean;
  problem: unknown;
  onTake(): void;
}

/** What the list would do, row by row; taken as a whole or not at all. */
export function PeoplePreview({ preview, isPending, problem, onTake }: PeoplePreviewProps) {
  const t = useMessages(messages);
  const { formatNumber } = useFormats();
  const { rows, encoding, separator } = preview;
  const of = (status: Shown) => (status === 'all' ? rows : rows.filter((row) => row.status === status));
  const wrong = of('wrong').length;
  const taken = of('new').length + of('changed').length;
  const [shown, setShown] = useState<Shown>(wrong > 0 ? 'wrong' : 'all');
  if (rows.length === 0) return <EmptyState title={t('empty')}>{t('emptyWords')}</EmptyState>;
  const separatorWord = separators.get(separator as ',' | ';' | '\t');
  return (
    <section className={layout.stack}>
      <p className={text.quiet}>
        {t('recognised', { encoding, separator: separatorWord ? t(separatorWord) : separator })}
      </p>
      {wrong > 0 && <Banner tone="warn">{t('wrongFirst', { count: wrong })}</Banner>}
      {wrong === 0 && taken === 0 && <Banner>{t('nothingToDo')}</Banner>}
      <RadioGroup<Shown>
        label={t('show')}
        orientation="horizontal"
        value={shown}
        onChange={setShown}
        choices={[
          { value: 'all', label: t('all', { count: formatNumber(rows.length) }) },
          ...STATUSES.filter((status) => of(status).length > 0).map((status) => ({
            value: status,
            label: t(`count_${status}`, { count: formatNumber(of(status).length) }),
          })),
        ]}
      />
      <RowsTable key={shown} rows={of(shown)} />
      <FormError problem={problem} />
      {taken > 0 && (
        <div className={layout.row}>
          <Button variant="primary" isDisabled={wrong > 0} isPending={isPending} onPress={onTake}>
            {t('apply', { count: taken })}
          </Button>
        </div>
      )}
    </section>
  );
}
