import { LIMITS, type BallotPick, type OwnVote, type PollView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Form } from '../../../ui/form.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { TextArea } from '../../../ui/text-area.js';
import { beginBallot, followBallot, type BallotDraft } from './ballot-draft.js';
import { messages } from './messages.js';
import { PointsBallot } from './points-ballot.js';
import { RankingBallot } from './ranking-ballot.js';
import { usePollActs } from './use-poll-acts.js';
import { usePollWords } from './use-poll-words.js';
import styles from './ballots.module.css';

interface BallotFormProps {
  poll: PollView;
  vote: OwnVote;
  /** Whether it can be filled in but not cast now. */
  isPaused: boolean;
  /** Called with the receipt of a secret ballot. */
  onReceipt(receipt: string): void;
}

/** A ballot to fill in, by keyboard as well as by hand, and to cast. */
export function BallotForm({ poll, vote, isPaused, onReceipt }: BallotFormProps) {
  const t = useMessages(messages);
  const { cast, isPending } = usePollActs();
  const words = usePollWords(poll);
  const [before, setFollowed] = useState(() => beginBallot(vote.ballot));
  const followed = followBallot(before, vote.ballot);
  if (followed !== before) setFollowed(followed);
  const { picks, reason } = followed.draft;
  const change = (part: Partial<BallotDraft>) =>
    setFollowed((now) => ({ ...now, draft: { ...now.draft, ...part } }));
  const { isSecret, reasons } = poll.rules;

  const send = async () => {
    const said = reasons === 'none' ? null : reason.trim().slice(0, LIMITS.reasonLength) || null;
    const result = await cast({ poll: poll.id, elector: vote.elector, picks, reason: said });
    if (!result.ok) return;
    if (isSecret && result.receipt) onReceipt(result.receipt);
    else showToast({ text: t('castDone') });
  };
  const label = picks.length === 0 ? 'castBlank' : vote.hasCast ? 'castAgain' : 'cast';
  return (
    <Form onSubmit={() => void send()} className={styles.form}>
      {followed.isOvertaken && followed.known && (
        <div role="status" className={styles.elsewhere}>
          <p>
            <bdi>{t('castElsewhere', { ballot: words.ballot(followed.known.picks) })}</bdi>
          </p>
          <Button size="small" onPress={() => setFollowed(beginBallot(followed.known))}>
            {t('takeOver')}
          </Button>
        </div>
      )}
      <Picks poll={poll} picks={picks} onChange={(next) => change({ picks: next })} />
      {reasons !== 'none' && (
        <TextArea
          label={t('reason')}
          value={reason}
          onChange={(next) => change({ reason: next })}
          rows={2}
          limit={LIMITS.reasonLength}
          isOptional={reasons === 'optional'}
        />
      )}
      <div className={styles.acts}>
        <Button
          type="submit"
          variant={picks.length === 0 ? 'secondary' : 'primary'}
          isPending={isPending}
          isDisabled={isPaused}
        >
          {t(label)}
        </Button>
      </div>
    </Form>
  );
}

interface PicksProps {
  poll: PollView;
  picks: BallotPick[];
  onChange(picks: BallotPick[]): void;
}

function Picks(props: PicksProps) {
  switch (props.poll.method) {
    case 'multiple_choice':
      return <SeveralPicks {...props} />;
    case 'ranked_irv':
    case 'ranked_schulze':
      return <RankingBallot {...props} />;
    case 'score':
    case 'dot_vote':
      return <PointsBallot {...props} />;
    default:
      return <OnePick {...props} />;
  }
}

function OnePick({ poll, picks, onChange }: PicksProps) {
  const t = useMessages(messages);
  const words = usePollWords(poll);
  return (
    <RadioGroup
      label={t('chooseOne')}
      className={styles.choices}
      choices={poll.options.map(({ id }) => ({ value: id, label: words.option(id) }))}
      value={picks[0]?.option ?? null}
      onChange={(option) => onChange([{ option, points: null }])}
    />
  );
}

function SeveralPicks({ poll, picks, onChange }: PicksProps) {
  const t = useMessages(messages);
  const words = usePollWords(poll);
  const { minPicks, maxPicks } = poll.rules;
  const isPicked = (id: string) => picks.some(({ option }) => option === id);
  const toggle = (id: string, isOn: boolean) => {
    const others = picks.filter(({ option }) => option !== id);
    onChange(isOn ? [...others, { option: id, points: null }] : others);
  };
  return (
    <div className={styles.stack} role="group" aria-label={t('chooseSome', { min: minPicks, max: maxPicks })}>
      <p className={styles.none}>{t('chooseSome', { min: minPicks, max: maxPicks })}</p>
      {poll.options.map(({ id }) => (
        <Checkbox
          key={id}
          isSelected={isPicked(id)}
          isDisabled={!isPicked(id) && picks.length >= maxPicks}
          onChange={(isOn) => toggle(id, isOn)}
        >
          {words.option(id)}
        </Checkbox>
      ))}
    </div>
  );
}
