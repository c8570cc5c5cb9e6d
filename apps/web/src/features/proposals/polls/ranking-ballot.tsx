import type { BallotPick, PollView } from '@roundtable/contracts';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { messages } from './messages.js';
import { usePollWords } from './use-poll-words.js';
import styles from './ballots.module.css';

interface RankingBallotProps {
  poll: PollView;
  picks: BallotPick[];
  onChange(picks: BallotPick[]): void;
}

/** An order of preference, made with buttons that say what they move. */
export function RankingBallot({ poll, picks, onChange }: RankingBallotProps) {
  const t = useMessages(messages);
  const words = usePollWords(poll);
  const { minPicks, maxPicks } = poll.rules;
  const isWhole = minPicks <= 1 && maxPicks >= poll.options.length;
  const free = poll.options.filter(({ id }) => !picks.some(({ option }) => option === id));
  const move = (from: number, to: number) => {
    const moved = [...picks];
    const [pick] = moved.splice(from, 1);
    if (pick) moved.splice(to, 0, pick);
    onChange(moved);
  };
  return (
    <div role="group" aria-label={t('rank')} className={styles.form}>
      <p className={styles.none}>{t('rank')}</p>
      {!isWhole && <p className={styles.none}>{t('chooseSome', { min: minPicks, max: maxPicks })}</p>}
      {picks.length > 0 && (
        <ol className={styles.lines} aria-label={t('ranked')}>
          {picks.map(({ option }, index) => (
            <li key={option} className={styles.line}>
              <span className={styles.place}>{index + 1}</span>
              <bdi className={styles.option}>{words.option(option)}</bdi>
              <span className={styles.tools}>
                <Button
                  variant="icon"
                  aria-label={t('up', { option: words.option(option) })}
                  isDisabled={index === 0}
                  onPress={() => move(index, index - 1)}
                >
                  <ArrowUp size={18} aria-hidden />
                </Button>
                <Button
                  variant="icon"
                  aria-label={t('down', { option: words.option(option) })}
                  isDisabled={index === picks.length - 1}
                  onPress={() => move(index, index + 1)}
                >
                  <ArrowDown size={18} aria-hidden />
                </Button>
                <Button
                  variant="icon"
                  aria-label={t('remove', { option: words.option(option) })}
                  onPress={() => onChange(picks.filter((pick) => pick.option !== option))}
                >
                  <X size={18} aria-hidden />
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
      {free.length > 0 && (
        <ul className={styles.lines} aria-label={t('unranked')}>
          {free.map(({ id }) => (
            <li key={id} className={`${styles.line} ${styles.free}`}>
              <bdi className={styles.option}>{words.option(id)}</bdi>
              <Button
                size="small"
                aria-label={t('addOption', { option: words.option(id) })}
                isDisabled={picks.length >= maxPicks}
                onPress={() => onChange([...picks, { option: id, points: null }])}
              >
                <Plus size={16} aria-hidden />
                {t('add')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
