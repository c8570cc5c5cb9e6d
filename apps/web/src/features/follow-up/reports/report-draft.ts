import {
  LIMITS,
  type FollowUpFile,
  type FollowUpReport,
  type FollowUpState,
  type ProofWish,
} from '@roundtable/contracts';

/** A link while it is typed. */
export interface LinkDraft {
  url: string;
  title: string;
}
/** A report while it is written. `progress` is what was typed. */
export interface ReportDraft {
  words: string;
  state: FollowUpState;
  progress: string;
  reason: string;
  links: LinkDraft[];
  /** Files that stand in the report already. */
  kept: FollowUpFile[];
  /** Files that are to be sent. */
  files: File[];
}
export type ReportFault =
  'textMissing' | 'tooLong' | 'percentWrong' | 'reasonMissing' | 'linkWrong' | 'tooManyProofs';

/** Takes a report apart for writing. */
export function draftOf({ words, state, progress, reason, proofs }: FollowUpReport): ReportDraft {
  return {
    words,
    state,
    progress: String(progress),
    reason: reason ?? '',
    links: proofs.flatMap((proof) =>
      proof.kind === 'link' ? [{ url: proof.url, title: proof.title ?? '' }] : [],
    ),
    kept: proofs.flatMap((proof) => (proof.kind === 'file' ? [proof.file] : [])),
    files: [],
  };
}

/** Whether something written would be lost. */
export function differs(draft: ReportDraft, before: ReportDraft): boolean {
  return draft.files.length > 0 || JSON.stringify(draft) !== JSON.stringify(before);
}

/** Puts a report upon newer ones: how far it is takes what others said of it, unless that was changed here. */
export function rebaseReport(draft: ReportDraft, before: ReportDraft, newest: ReportDraft): ReportDraft {
  const isMine = draft.state !== before.state || draft.progress !== before.progress;
  return isMine ? draft : { ...draft, state: newest.state, progress: newest.progress };
}

/** What a state says of the share by itself: what is done is done wholly, what is planned has not begun. */
export function shareOf(state: FollowUpState, progress: string): string {
  if (state === 'done') return '100';
  return state === 'planned' ? '0' : progress;
}

/** Says what is wrong, by field; nothing where it can be sent. */
export function faultsIn(draft: ReportDraft): Partial<Record<keyof ReportDraft, ReportFault>> {
  const { words, progress, state, reason, links, kept, files } = draft;
  const share = Number(progress);
  const count = links.length + kept.length + files.length;
  return {
    ...(words.trim() === '' && { words: 'textMissing' as const }),
    ...(words.length > LIMITS.followUpWordsLength && { words: 'tooLong' as const }),
    ...((!/^\d{1,3}$/.test(progress) || share > 100) && { progress: 'percentWrong' as const }),
    ...(state === 'dropped' && reason.trim() === '' && { reason: 'reasonMissing' as const }),
    ...(reason.length > LIMITS.reasonLength && { reason: 'tooLong' as const }),
    ...(!links.every(({ url }) => isSecure(url)) && { links: 'linkWrong' as const }),
    ...(count > LIMITS.followUpProofs && { files: 'tooManyProofs' as const }),
  };
}

/** Puts a draft together for sending, with the ids of the files that were sent before it. */
export function reportOf(draft: ReportDraft, sent: readonly string[]) {
  const links = draft.links.map(({ url, title }): ProofWish => ({
    kind: 'link',
    url: url.trim(),
    title: title.trim() || null,
  }));
  const files = [...draft.kept.map(({ id }) => id), ...sent].map((file): ProofWish => ({
    kind: 'file',
    file,
  }));
  return {
    words: draft.words.trim(),
    state: draft.state,
    progress: Number(draft.progress),
    reason: draft.reason.trim() || null,
    proofs: [...links, ...files],
  };
}

/** As the server judges: https, and no name or password before the host. */
export function isSecure(text: string): boolean {
  if (!URL.canParse(text.trim())) return false;
  const { protocol, username, password } = new URL(text.trim());
  return protocol === 'https:' && username === '' && password === '';
}
