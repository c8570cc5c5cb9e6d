import type {
  CreatePoll,
  PollMethod,
  PollRules,
  PollThreshold,
  PollUnit,
  Share,
} from '@roundtable/contracts';
import { EVERYBODY, toWishes, type ElectorateDraft } from './electorate/electorate-draft.js';

/** What is asked for so that something carries; `usual` leaves it to the method. */
export const THRESHOLD_CHOICES = ['usual', 'two_thirds', 'three_quarters', 'absolute', 'own'] as const;
export type ThresholdChoice = (typeof THRESHOLD_CHOICES)[number];

/** A poll as it is being filled in. */
export interface PollDraft {
  title: string;
  proposal: string | null;
  isDecisive: boolean;
  method: PollMethod;
  /** One on each line. */
  options: string;
  unit: PollUnit;
  electorate: ElectorateDraft;
  isSecret: boolean;
  hidesResults: boolean;
  threshold: ThresholdChoice;
  /** Typed percentages, "" for none. */
  percent: string;
  quorum: string;
  maxPicks: string;
  points: string;
}

export const EMPTY_DRAFT: PollDraft = {
  title: '',
  proposal: null,
  isDecisive: false,
  method: 'yes_no_abstain',
  options: '',
  unit: 'persons',
  electorate: EVERYBODY,
  isSecret: false,
  hidesResults: false,
  threshold: 'usual',
  percent: '',
  quorum: '',
  maxPicks: '2',
  points: '5',
};

/** What is wrong with a field, by its name. */
export type DraftFaults = Partial<
  Record<'title' | 'options' | 'percent' | 'quorum', 'required' | 'badPercent' | 'above100'>
>;

const WRITTEN: readonly PollMethod[] = [
  'single_choice',
  'multiple_choice',
  'ranked_irv',
  'ranked_schulze',
  'score',
  'dot_vote',
];
const DECISIVE: readonly PollMethod[] = ['yes_no_abstain', 'consent', 'consensus'];
const WITHOUT_THRESHOLD: readonly PollMethod[] = ['score', 'dot_vote', 'sense_check', 'gradients'];
const FOR: Partial<Record<PollMethod, string>> = {
  yes_no_abstain: 'yes',
  consent: 'consent',
  consensus: 'agree',
};

/** Whether the chair writes the options. */
export function hasWrittenOptions(method: PollMethod): boolean {
  return WRITTEN.includes(method);
}

/** Whether a ballot is an order of preference. */
export function isRanking(method: PollMethod): boolean {
  return method === 'ranked_irv' || method === 'ranked_schulze';
}

/** Whether such a poll can decide a proposal. */
export function mayDecide(method: PollMethod): boolean {
  return DECISIVE.includes(method);
}

/** Whether a share of the votes can be asked for. */
export function hasThreshold(method: PollMethod): boolean {
  return !WITHOUT_THRESHOLD.includes(method);
}

/** Reads a percentage as an exact share; null where it is none. "33.33" and "33,33" are both understood. */
export function readPercent(typed: string): Share | null {
  const [, whole, places = ''] = /^(\d{1,5})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim()) ?? [];
  if (whole === undefined) return null;
  return { numerator: Number(whole) * 100 + Number(places.padEnd(2, '0')), denominator: 10_000 };
}

/** Says what is wrong before anything is sent. */
export function findFaults(draft: PollDraft): DraftFaults {
  const faults: DraftFaults = {};
  if (draft.title.trim() === '') faults.title = 'required';
  if (hasWrittenOptions(draft.method) && optionsOf(draft).length < 2) faults.options = 'required';
  const percent = draft.threshold === 'own' && hasThreshold(draft.method) ? faultOf(draft.percent) : null;
  if (percent) faults.percent = percent;
  const quorum = draft.quorum.trim() === '' ? null : faultOf(draft.quorum);
  if (quorum) faults.quorum = quorum;
  return faults;
}

/** The intent that a draft without faults becomes. */
export function toIntent(draft: PollDraft): Omit<CreatePoll, 'v' | 'room' | 'clientId'> {
  const { method, proposal } = draft;
  return {
    title: draft.title.trim(),
    proposal,
    isDecisive: draft.isDecisive && proposal !== null && mayDecide(method),
    method,
    ...(hasWrittenOptions(method) && { options: optionsOf(draft) }),
    rules: rulesOf(draft),
    ...toWishes(draft.electorate, draft),
  };
}

function rulesOf(draft: PollDraft): PollRules {
  const options = Math.max(1, optionsOf(draft).length);
  return {
    unit: draft.unit,
    isSecret: draft.isSecret,
    hidesResults: draft.hidesResults || draft.isSecret,
    requiresPresence: false,
    quorum: draft.quorum.trim() === '' ? null : readPercent(draft.quorum),
    thresholds: thresholdsOf(draft),
    reasons: draft.isSecret ? 'none' : 'optional',
    minPicks: 1,
    maxPicks: isRanking(draft.method) ? options : Math.min(options, wholeOf(draft.maxPicks, 1)),
    points: wholeOf(draft.points, 5),
  };
}

function thresholdsOf({ method, threshold, percent }: PollDraft): PollThreshold[] {
  if (threshold === 'usual' || !hasThreshold(method)) return [];
  const asked = {
    option: FOR[method] ?? null,
    relation: 'at_least' as const,
    base: 'valid' as const,
    countsAbstentions: false,
  };
  switch (threshold) {
    case 'two_thirds':
      return [{ ...asked, share: { numerator: 2, denominator: 3 } }];
    case 'three_quarters':
      return [{ ...asked, share: { numerator: 3, denominator: 4 } }];
    case 'absolute':
      return [
        {
          ...asked,
          relation: 'more_than',
          base: 'entitled',
          countsAbstentions: true,
          share: { numerator: 1, denominator: 2 },
        },
      ];
    case 'own': {
      const share = readPercent(percent);
      return share ? [{ ...asked, share }] : [];
    }
  }
}

function faultOf(typed: string): 'badPercent' | 'above100' | null {
  const share = readPercent(typed);
  if (!share) return 'badPercent';
  return share.numerator > share.denominator ? 'above100' : null;
}

function optionsOf({ options }: PollDraft): string[] {
  return options
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function wholeOf(typed: string, otherwise: number): number {
  const value = Number.parseInt(typed, 10);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 100) : otherwise;
}
