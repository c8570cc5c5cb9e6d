import type { PollOutcome, PollView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Name } from '../../../ui/name.js';
import { Table } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import { messages } from './messages.js';
import { usePollWords } from './use-poll-words.js';

/** Who voted how, by name; nothing where the poll was secret. */
export function RollCall({ poll, outcome }: { poll: PollView; outcome: PollOutcome }) {
  const t = useMessages(messages);
  const words = usePollWords(poll);
  if (outcome.rollCall.length === 0) return null;
  const weightOf = new Map(outcome.electorate.map(({ id, weight }) => [id, weight]));
  const rows = outcome.rollCall
    .map((ballot) => ({
      ...ballot,
      name: words.elector(ballot.elector),
      weight: weightOf.get(ballot.elector) ?? '1',
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <Table
      caption={t('rollCall')}
      rows={rows}
      rowKey={({ elector }) => elector}
      columns={[
        {
          id: 'name',
          header: t('name'),
          isRowHeader: true,
          cell: ({ name, elector, castBy, weight }) => (
            <>
              <Name isWrapping>{name}</Name>
              {weight !== '1' && <p className={text.quiet}>{t('voteWeight', { weight })}</p>}
              {castBy !== elector && (
                <p className={text.quiet}>
                  <bdi>{t('byProxy', { name: words.elector(castBy) })}</bdi>
                </p>
              )}
            </>
          ),
        },
        {
          id: 'choice',
          header: t('choice'),
          cell: ({ picks, reason }) => (
            <>
              <bdi>{words.ballot(picks)}</bdi>
              {reason && (
                <p className={text.quiet} dir="auto">
                  {reason}
                </p>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
