import type { PollTally, PollView } from '@roundtable/contracts';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Table } from '../../../ui/table.js';
import { messages } from './messages.js';
import { usePollWords } from './use-poll-words.js';
import styles from './poll-chart.module.css';

interface Bar {
  option: string;
  name: string;
  votes: string;
  ballots: number;
  /** Of the longest bar, 0 to 1. */
  length: number;
  share: string;
  meaning: string;
  isLeading: boolean;
}

/** The count as bars that need no legend, and the same numbers as a table beside it. */
export function PollChart({ poll, tally }: { poll: PollView; tally: PollTally }) {
  const t = useMessages(messages);
  const words = usePollWords(poll);
  const { formatNumber } = useFormats();
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const bars = barsOf(poll, tally, {
    nameOf: words.option,
    write: (percent) => formatNumber(percent, oneDecimal),
  });
  const heading = columnOf(poll);
  return (
    <div className={styles.chart}>
      {/* The table says the same; read aloud, once is enough. */}
      <ul className={styles.bars} aria-hidden>
        {bars.map((bar) => (
          <li key={bar.option} className={styles.line}>
            <span className={styles.name}>
              <bdi>{bar.name}</bdi>
            </span>
            <span className={styles.votes}>{bar.votes}</span>
            <span className={styles.track}>
              <span
                className={styles.bar}
                data-meaning={bar.meaning}
                data-leading={bar.isLeading || undefined}
                style={{ inlineSize: `${bar.length * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
      <Table
        caption={t('resultFor', { title: poll.title })}
        hideCaption
        rows={bars}
        rowKey={({ option }) => option}
        columns={[
          { id: 'option', header: t('option'), isRowHeader: true, cell: ({ name }) => <bdi>{name}</bdi> },
          { id: 'votes', header: t(heading), align: 'end', cell: ({ votes }) => votes },
          { id: 'share', header: t('share'), align: 'end', cell: ({ share }) => share },
        ]}
      />
    </div>
  );
}

function columnOf({ method }: PollView): 'votes' | 'pointsColumn' | 'firstChoices' {
  if (method === 'score' || method === 'dot_vote') return 'pointsColumn';
  return method === 'ranked_irv' || method === 'ranked_schulze' ? 'firstChoices' : 'votes';
}

function barsOf(
  poll: PollView,
  tally: PollTally,
  { nameOf, write }: { nameOf(id: string): string; write(percent: number): string },
): Bar[] {
  const longest = Math.max(1e-9, ...tally.counts.map(({ votes }) => Number(votes)));
  const isPoints = columnOf(poll) === 'pointsColumn';
  const whole = isPoints
    ? tally.counts.reduce((sum, { votes }) => sum + Number(votes), 0)
    : Number(tally.numbers.cast);
  return tally.counts.map(({ option, votes, ballots }) => ({
    option,
    name: nameOf(option),
    votes,
    ballots,
    length: Number(votes) / longest,
    share: whole === 0 ? '–' : `${write((Number(votes) / whole) * 100)} %`,
    meaning: poll.options.find(({ id }) => id === option)?.meaning ?? 'choice',
    isLeading: tally.leaders.includes(option),
  }));
}
