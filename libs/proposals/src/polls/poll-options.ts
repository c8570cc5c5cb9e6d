import type { OptionMeaning, PollMethod, PollOption, PollThreshold } from '@roundtable/contracts';

/** What a ballot of a method looks like: one option, several, a ranking, or points for options. */
export type BallotForm = 'one' | 'several' | 'ranking' | 'scores' | 'dots';

type Own = readonly [id: string, text: string, meaning: OptionMeaning];

const OWN_OPTIONS: Partial<Record<PollMethod, readonly Own[]>> = {
  sense_check: [
    ['good', 'Looks good', 'for'],
    ['unsure', 'Not sure yet', 'abstain'],
    ['concern', 'Concerned', 'against'],
  ],
  consent: [
    ['consent', 'Consent', 'for'],
    ['abstain', 'Abstain', 'abstain'],
    ['objection', 'Objection', 'block'],
  ],
  consensus: [
    ['agree', 'Agree', 'for'],
    ['stand_aside', 'Stand aside', 'abstain'],
    ['disagree', 'Disagree', 'against'],
    ['block', 'Block', 'block'],
  ],
  yes_no_abstain: [
    ['yes', 'Yes', 'for'],
    ['no', 'No', 'against'],
    ['abstain', 'Abstain', 'abstain'],
  ],
  // The eight steps of Sam Kaner's "Facilitator's Guide to Participatory Decision-Making".
  gradients: [
    ['endorse', 'Whole-hearted endorsement', 'for'],
    ['minor_contention', 'Agreement with a minor point of contention', 'for'],
    ['reservations', 'Support with reservations', 'for'],
    ['abstain', 'Abstain', 'abstain'],
    ['discuss', 'More discussion needed', 'abstain'],
    ['dislike', 'Do not like it, but will support it', 'for'],
    ['disagree', 'Serious disagreement', 'against'],
    ['veto', 'Veto', 'block'],
  ],
};

const FORMS: Record<PollMethod, BallotForm> = {
  sense_check: 'one',
  consent: 'one',
  consensus: 'one',
  yes_no_abstain: 'one',
  single_choice: 'one',
  multiple_choice: 'several',
  ranked_irv: 'ranking',
  ranked_schulze: 'ranking',
  score: 'scores',
  dot_vote: 'dots',
  gradients: 'one',
};

/** The options that a method brings itself; null where the chair writes them. */
export function ownOptions(method: PollMethod): PollOption[] | null {
  return OWN_OPTIONS[method]?.map(([id, text, meaning]) => ({ id, text, meaning })) ?? null;
}

/** Options of written texts, named by their place. */
export function writtenOptions(texts: readonly string[]): PollOption[] {
  return texts.map((text, index) => ({ id: `o${index + 1}`, text, meaning: null }));
}

export function ballotForm(method: PollMethod): BallotForm {
  return FORMS[method];
}

/**
 * What a method asks for where the chair asked for nothing: for yes/no/abstain more yes than no; for consent no
 * objection; for consensus no block and more who agree than disagree. The others only show what leads.
 */
export function usualThresholds(method: PollMethod): PollThreshold[] {
  switch (method) {
    case 'yes_no_abstain':
      return [moreThanHalf('yes')];
    case 'consent':
      return [noneOf('objection')];
    case 'consensus':
      return [moreThanHalf('agree'), noneOf('block')];
    default:
      return [];
  }
}

/**
 * The thresholds that count: the chair's, or else the usual ones; a block or an objection stops consent and consensus
 * whatever else was asked.
 */
export function thresholdsInForce(method: PollMethod, asked: readonly PollThreshold[]): PollThreshold[] {
  const usual = usualThresholds(method);
  if (asked.length === 0) return usual;
  const isStop = ({ relation }: PollThreshold) => relation === 'at_most';
  const isRepeated = (stop: PollThreshold) =>
    asked.some(({ option, relation, share }) => {
      return option === stop.option && relation === 'at_most' && share.numerator === 0;
    });
  return [...asked, ...usual.filter((one) => isStop(one) && !isRepeated(one))];
}

function moreThanHalf(option: string): PollThreshold {
  const share = { numerator: 1, denominator: 2 };
  return { option, relation: 'more_than', share, base: 'valid', countsAbstentions: false };
}

function noneOf(option: string): PollThreshold {
  const share = { numerator: 0, denominator: 1 };
  return { option, relation: 'at_most', share, base: 'cast', countsAbstentions: true };
}
