import type { PollTally, PollView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { Table } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import { messages } from './messages.js';
import { usePollWords } from './use-poll-words.js';

/** How a ranking was counted: the rounds of a runoff, or every pair with its strongest path. */
export function PollRounds({ poll, tally }: { poll: PollView; tally: PollTally }) {
  const t = useMessages(messages);
  const words = usePollWords(poll);
  const names = (ids: readonly string[]) => ids.map(words.option).join(', ');
  if (tally.pairs.length > 0)
    return (
      <Disclosure summary={t('pairs')}>
        <Table
          caption={t('pairs')}
          hideCaption
          rows={tally.pairs}
          rowKey={({ option, over }) => `${option} ${over}`}
          columns={[
            {
              id: 'pair',
              header: t('pair'),
              isRowHeader: true,
              cell: ({ option, over }) => (
                <bdi>{t('over', { option: words.option(option), over: words.option(over) })}</bdi>
              ),
            },
            { id: 'votes', header: t('votes'), align: 'end', cell: ({ votes }) => votes },
            { id: 'path', header: t('path'), align: 'end', cell: ({ path }) => path },
          ]}
        />
      </Disclosure>
    );
  if (tally.rounds.length === 0) return null;
  return (
    <Disclosure summary={t('rounds')}>
      {tally.rounds.map(({ counts, eliminated, tiedLast, exhausted }, index) => (
        <div key={index}>
          <Table
            caption={t('round', { number: String(index + 1) })}
            rows={counts}
            rowKey={({ option }) => option}
            columns={[
              {
                id: 'option',
                header: t('option'),
                isRowHeader: true,
                cell: ({ option }) => <bdi>{words.option(option)}</bdi>,
              },
              { id: 'votes', header: t('votes'), align: 'end', cell: ({ votes }) => votes },
            ]}
          />
          <p className={text.quiet}>
            {eliminated.length > 0 && <bdi>{t('out', { names: names(eliminated) })} </bdi>}
            {tiedLast.length > 0 && <bdi>{t('tiedLast', { names: names(tiedLast) })} </bdi>}
            {exhausted !== '0' && t('exhausted', { votes: exhausted })}
          </p>
        </div>
      ))}
    </Disclosure>
  );
}
