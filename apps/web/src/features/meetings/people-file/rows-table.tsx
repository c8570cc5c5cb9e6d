import type { ParticipantRow } from '@roundtable/contracts';
import { useState } from 'react';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Badge, type Tone } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { Name } from '../../../ui/name.js';
import { Table } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import people from '../people/people-panel.module.css';
import { useMeetingWords } from '../meeting-words.js';
import { describeProblem, isListColumn } from './describe-problem.js';
import { messages } from './messages.js';
import styles from './rows-table.module.css';

const AT_ONCE = 100;
const tones: Record<ParticipantRow['status'], Tone> = {
  new: 'ok',
  changed: 'accent',
  unchanged: 'neutral',
  wrong: 'danger',
};

export function RowsTable({ rows }: { rows: readonly ParticipantRow[] }) {
  const t = useMessages(messages);
  const { nameRoles } = useMeetingWords();
  const [shown, setShown] = useState(AT_ONCE);
  const more = Math.min(AT_ONCE, rows.length - shown);
  return (
    <>
      <Table
        caption={t('file')}
        hideCaption
        rows={rows.slice(0, shown)}
        rowKey={({ line }) => String(line)}
        columns={[
          { id: 'line', header: t('line'), cell: ({ line }) => line },
          { id: 'status', header: t('row'), cell: (row) => <Status row={row} /> },
          {
            id: 'name',
            header: t('column_name'),
            isRowHeader: true,
            cell: ({ name, position, email }) => (
              <>
                <span className={people.name} title={name}>
                  <Name isWrapping>{name}</Name>
                </span>
                {[position, email].map(
                  (words) =>
                    words && (
                      <div key={words} className={people.quiet} title={words}>
                        <Name isWrapping>{words}</Name>
                      </div>
                    ),
                )}
              </>
            ),
          },
          {
            id: 'delegation',
            header: t('column_delegation'),
            cell: ({ delegation }) => <Name isWrapping>{delegation ?? '—'}</Name>,
          },
          { id: 'roles', header: t('column_roles'), cell: ({ roles }) => nameRoles(roles) },
        ]}
      />
      {more > 0 && (
        <Button variant="quiet" onPress={() => setShown(shown + AT_ONCE)}>
          {t('showMore', { count: more })}
        </Button>
      )}
    </>
  );
}

function Status({ row: { status, problems, changes } }: { row: ParticipantRow }) {
  const t = useMessages(messages);
  const { formatList } = useFormats();
  const columns = changes.map((column) => (isListColumn(column) ? t(`column_${column}`) : column));
  return (
    <div className={styles.status}>
      <Badge tone={tones[status]} hasDot>
        {t(`status_${status}`)}
      </Badge>
      {columns.length > 0 && (
        <div className={text.quiet}>{t('changes', { columns: formatList(columns) })}</div>
      )}
      {problems.map((problem, index) => {
        const known = describeProblem(problem);
        return (
          <div key={index} className={styles.problem} dir="auto">
            {known ? t(known.key, { words: known.words }) : problem.message}
          </div>
        );
      })}
    </div>
  );
}
