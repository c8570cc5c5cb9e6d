import {
  LIMITS,
  type ChangeFollowUp,
  type FollowUpNews,
  type FollowUpReport,
  type FollowUpResponsible,
  type FollowUpUpdate,
  type FollowUpView,
} from '@roundtable/contracts';
import {
  DayWrong,
  DropReasonMissing,
  FollowUpUnchanged,
  ProgressWrong,
  ReportOfAnother,
  StaleFollowUp,
  TooManyReports,
} from './follow-up.errors.js';

const FARTHEST_YEARS = 20;

/** Refuses to build on an older version. @throws StaleFollowUp */
export function demandVersion(followUp: FollowUpView, version: number): void {
  if (followUp.version !== version) throw new StaleFollowUp(followUp);
}

/**
 * Refuses days that cannot be: due before the meeting began, a review that has passed, or anything that nobody here
 * will see. All are days of the meeting's zone.
 * @throws DayWrong
 */
export function demandDays(
  { dueOn, reviewOn }: { dueOn?: string; reviewOn?: string | null },
  { firstDay, today }: { firstDay: string; today: string },
): void {
  const last = `${String(Number(today.slice(0, 4)) + FARTHEST_YEARS).padStart(4, '0')}${today.slice(4)}`;
  if (dueOn !== undefined && (dueOn < firstDay || dueOn > last))
    throw new DayWrong('dueOn', `It is due between ${firstDay}, the first day of the meeting, and ${last}.`, {
      from: firstDay,
      to: last,
    });
  if (reviewOn !== undefined && reviewOn !== null && (reviewOn < today || reviewOn > last))
    throw new DayWrong('reviewOn', `The review is between today, ${today}, and ${last}.`, {
      from: today,
      to: last,
    });
}

/** Says what of a change is another than it was. @throws FollowUpUnchanged */
export function changedFields(
  followUp: FollowUpView,
  { responsible, dueOn, reviewOn }: Pick<ChangeFollowUp, 'responsible' | 'dueOn' | 'reviewOn'>,
): Partial<Pick<FollowUpView, 'responsible' | 'dueOn' | 'reviewOn'>> {
  const changed = {
    ...(responsible !== undefined && !isSame(responsible, followUp.responsible) && { responsible }),
    ...(dueOn !== undefined && dueOn !== followUp.dueOn && { dueOn }),
    ...(reviewOn !== undefined && reviewOn !== followUp.reviewOn && { reviewOn }),
  };
  if (Object.keys(changed).length === 0) throw new FollowUpUnchanged(followUp);
  return changed;
}

/** Refuses a state and a share that contradict each other, and to drop without a reason. @throws ProgressWrong or DropReasonMissing */
export function demandSound({
  state,
  progress,
  reason,
}: Pick<FollowUpReport, 'state' | 'progress' | 'reason'>): void {
  if (state === 'done' && progress !== 100)
    throw new ProgressWrong('What is done is done to 100 %. Say 100, or another state.');
  if (state === 'planned' && progress !== 0)
    throw new ProgressWrong('What is only planned is at 0 %. Say 0, or that it is under way.');
  if (state === 'dropped' && reason === null) throw new DropReasonMissing();
}

/** Gives the follow-up after a new report. @throws TooManyReports */
export function addReport(followUp: FollowUpView, update: FollowUpUpdate): FollowUpView {
  if (followUp.updates >= LIMITS.followUpUpdates) throw new TooManyReports('followUpUpdates');
  return {
    ...followUp,
    ...standOf(update),
    updates: followUp.updates + 1,
    latest: newsOf(update),
    version: followUp.version + 1,
    changedAt: update.at,
  };
}

/**
 * Gives a report as corrected, with what it said before. One corrects one's own.
 * @throws ReportOfAnother, TooManyReports or FollowUpUnchanged
 */
export function correctUpdate(
  followUp: FollowUpView,
  before: FollowUpUpdate,
  { report, by, at }: { report: FollowUpReport; by: string; at: string },
): FollowUpUpdate {
  if (before.by !== by) throw new ReportOfAnother(before.id);
  if (before.earlier.length >= LIMITS.followUpCorrections) throw new TooManyReports('followUpCorrections');
  const said = saidIn(before);
  if (JSON.stringify(said) === JSON.stringify(saidIn(report))) throw new FollowUpUnchanged(followUp);
  return { ...before, ...saidIn(report), earlier: [...before.earlier, { ...said, until: at }] };
}

/** Gives the follow-up after a correction: it stands where its newest report says. */
export function noteCorrection(followUp: FollowUpView, update: FollowUpUpdate, at: string): FollowUpView {
  const isLatest = followUp.latest?.id === update.id;
  return {
    ...followUp,
    ...(isLatest && { ...standOf(update), latest: newsOf(update) }),
    version: followUp.version + 1,
    changedAt: at,
  };
}

function standOf({ state, progress, reason }: FollowUpReport) {
  return { state, progress, reason };
}

function saidIn({ words, state, progress, reason, proofs }: FollowUpReport): FollowUpReport {
  return { words, state, progress, reason, proofs };
}

function newsOf({ id, by, at, words }: FollowUpUpdate): FollowUpNews {
  return { id, by, at, words };
}

function isSame(one: FollowUpResponsible, other: FollowUpResponsible): boolean {
  return one.kind === other.kind && one.id === other.id && one.words === other.words;
}
