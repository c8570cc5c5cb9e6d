import type { BallotPick, PollView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { TextField } from '../../../ui/text-field.js';
import { messages } from './messages.js';
import { usePollWords } from './use-poll-words.js';
import styles from './ballots.module.css';

interface PointsBallotProps {
  poll: PollView;
  picks: BallotPick[];
  onChange(picks: BallotPick[]): void;
}

/** Points for each option: a score, or dots of which there are so many to give. */
export function PointsBallot({ poll, picks, onChange }: PointsBallotProps) {
  const t = useMessages(messages);
  const words = usePollWords(poll);
  const { points } = poll.rules;
  const given = picks.reduce((sum, pick) => sum + (pick.points ?? 0), 0);
  const hint = poll.method === 'score' ? t('score', { points }) : t('dots', { left: points - given, points });
  const change = (option: string, typed: string) => {
    const value = Number(typed.replace(/\D/g, '').slice(0, 3));
    const others = picks.filter((pick) => pick.option !== option);
    onChange(typed.trim() === '' ? others : [...others, { option, points: Math.min(points, value) }]);
  };
  return (
    <div role="group" aria-label={hint} className={styles.form}>
      <p className={styles.none} aria-live="polite">
        {hint}
      </p>
      <ul className={styles.lines}>
        {poll.options.map(({ id }) => (
          <li key={id} className={`${styles.line} ${styles.free}`}>
            <bdi className={styles.option}>{words.option(id)}</bdi>
            <TextField
              className={styles.points}
              label={words.option(id)}
              hideLabel
              inputMode="numeric"
              value={String(picks.find(({ option }) => option === id)?.points ?? '')}
              onChange={(typed) => change(id, typed)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
