import {
  LIMITS,
  type BallotPick,
  type ElectorView,
  type PollMethod,
  type PollOption,
  type PollRules,
  type Share,
} from '@roundtable/contracts';
import { ballotForm, ownOptions, writtenOptions, type BallotForm } from './poll-options.js';
import { BallotWrong, PollWrong, SecretAmongFew, SecretWeights, ThresholdTooHigh } from './polls.errors.js';

/** What a ballot is checked against. */
export interface BallotRules {
  method: PollMethod;
  options: readonly PollOption[];
  rules: Pick<PollRules, 'minPicks' | 'maxPicks' | 'points' | 'reasons' | 'isSecret'>;
}

/**
 * Gives the options of a poll: the method's own, or those written.
 * @throws PollWrong where they are too few, too many or alike
 */
export function makeOptions(method: PollMethod, texts: readonly string[] | undefined): PollOption[] {
  const own = ownOptions(method);
  if (own) {
    if (texts?.length) throw new PollWrong('options', 'This method brings its own options: leave them out.');
    return own;
  }
  const written = texts ?? [];
  const limit = ballotForm(method) === 'ranking' ? LIMITS.rankedOptions : LIMITS.pollOptions;
  if (written.length < 2) throw new PollWrong('options', 'Give at least two options to choose from.');
  if (written.length > limit) throw new PollWrong('options', `Give at most ${limit} options.`);
  if (new Set(written.map((text) => text.trim())).size < written.length)
    throw new PollWrong('options', 'Two options read the same: nobody could tell them apart.');
  return writtenOptions(written);
}

/**
 * Makes rules whole and refuses those that contradict each other. A secret poll's results are hidden and it takes no
 * reasons, since words name their author.
 * @throws ThresholdTooHigh or PollWrong
 */
export function checkRules(method: PollMethod, options: readonly PollOption[], rules: PollRules): PollRules {
  const form = ballotForm(method);
  if (rules.quorum) checkShare('rules.quorum', rules.quorum);
  rules.thresholds.forEach(({ option, share }, index) => {
    const field = `rules.thresholds.${index}`;
    checkShare(`${field}.share`, share);
    if (form === 'scores' || form === 'dots')
      throw new PollWrong(field, 'Points are no votes: a share of the votes cannot be asked for here.');
    if (option === null && options.some(({ meaning }) => meaning !== null))
      throw new PollWrong(`${field}.option`, 'Name the option this asks for: what leads may be the noes.');
    if (option !== null && !options.some(({ id }) => id === option))
      throw new PollWrong(`${field}.option`, `This poll has no option ${option}.`);
  });
  if (rules.isSecret && rules.reasons !== 'none')
    throw new PollWrong('rules.reasons', 'A secret poll takes no reasons: words would name their author.');
  if (isCounted(form) && (rules.minPicks > rules.maxPicks || rules.minPicks > options.length))
    throw new PollWrong('rules.minPicks', 'More options are asked for than may be chosen.');
  return { ...rules, hidesResults: rules.hidesResults || rules.isSecret };
}

/** @throws SecretWeights or SecretAmongFew */
export function checkSecrecy(
  { isSecret }: Pick<PollRules, 'isSecret'>,
  electors: readonly ElectorView[],
): void {
  if (!isSecret) return;
  if (electors.some(({ weight }) => weight !== '1')) throw new SecretWeights();
  if (electors.length < LIMITS.secretTurnout) throw new SecretAmongFew(electors.length);
}

/**
 * Checks a ballot. A ballot without any line is blank: it is cast, but not valid. Only where one option is to be
 * picked is there an option for abstaining instead, if at all.
 * @throws BallotWrong
 */
export function checkBallot(poll: BallotRules, picks: readonly BallotPick[], reason: string | null): void {
  const known = new Set(poll.options.map(({ id }) => id));
  for (const { option } of picks)
    if (!known.has(option)) throw new BallotWrong(`This poll has no option ${option}.`, { option });
  if (new Set(picks.map(({ option }) => option)).size < picks.length)
    throw new BallotWrong('An option stands on the ballot twice.');
  checkForm(poll, picks);
  checkReason(poll, picks, reason);
}

function checkForm({ method, rules }: BallotRules, picks: readonly BallotPick[]): void {
  const form = ballotForm(method);
  const hasPoints = form === 'scores' || form === 'dots';
  if (picks.some(({ points }) => (points !== null) !== hasPoints))
    throw new BallotWrong(hasPoints ? 'Give points to every option named.' : 'This poll takes no points.');
  if (form === 'one' && picks.length > 1) throw new BallotWrong('Choose one option.', { limit: 1 });
  if (isCounted(form)) checkHowMany(picks.length, rules);
  if (form === 'scores' && picks.some(({ points }) => (points ?? 0) > rules.points))
    throw new BallotWrong(`The highest score is ${rules.points}.`, { limit: rules.points });
  const given = picks.reduce((sum, { points }) => sum + (points ?? 0), 0);
  if (form === 'dots' && given > rules.points)
    throw new BallotWrong(`There are ${rules.points} dots to give; this ballot gives ${given}.`, {
      limit: rules.points,
    });
}

/** Whether the rules say how many options stand on a ballot. */
function isCounted(form: BallotForm): boolean {
  return form === 'several' || form === 'ranking';
}

function checkHowMany(count: number, { minPicks, maxPicks }: BallotRules['rules']): void {
  if (count === 0 || (count >= minPicks && count <= maxPicks)) return;
  throw new BallotWrong(`Choose ${minPicks} to ${maxPicks} options, or none for a blank ballot.`, {
    minPicks,
    maxPicks,
  });
}

function checkReason(
  { options, rules }: BallotRules,
  picks: readonly BallotPick[],
  reason: string | null,
): void {
  if (reason !== null && rules.reasons === 'none')
    throw new BallotWrong('This poll takes no reasons with a ballot.', { field: 'reason' });
  if (reason !== null) return;
  const objects = picks.some(({ option }) => {
    const meaning = options.find(({ id }) => id === option)?.meaning;
    return meaning === 'against' || meaning === 'block';
  });
  if (rules.reasons === 'required' || (rules.reasons === 'required_to_object' && objects))
    throw new BallotWrong('This ballot needs a reason.', { field: 'reason' });
}

function checkShare(field: string, share: Share): void {
  if (share.numerator > share.denominator) throw new ThresholdTooHigh(field, share);
}
