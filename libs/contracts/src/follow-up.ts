export const FOLLOW_UP_STATES = ['planned', 'under_way', 'done', 'delayed', 'dropped'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** States in which nothing more is expected: nobody is reminded and nothing is overdue. */
export const ENDED_FOLLOW_UP_STATES: readonly FollowUpState[] = ['done', 'dropped'];

export const RESPONSIBLE_KINDS = ['participant', 'delegation', 'words'] as const;
/** Who sees to it: somebody of the meeting or a delegation by `id`, or anybody else in `words`. */
export interface FollowUpResponsible {
  kind: (typeof RESPONSIBLE_KINDS)[number];
  id: string | null;
  words: string | null;
}

/** What kinds of files prove something, by media type, and how their names end. */
export const PROOF_FILE_TYPES = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'text/plain': 'txt',
  'text/csv': 'csv',
} as const;
export type ProofFileType = keyof typeof PROOF_FILE_TYPES;

/** Why a file is refused: `data.why` of `file_refused`. */
export const FILE_FAULTS = ['empty', 'damaged', 'macros', 'archive', 'markup', 'unknown'] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** A file as the record names it; its bytes lie beside the record. `name` is safe and ends as its type does. */
export interface FollowUpFile {
  id: string;
  name: string;
  type: ProofFileType;
  bytes: number;
  /** Of the bytes, hex. */
  sha256: string;
}
export interface LinkProof {
  kind: 'link';
  /** Always https. */
  url: string;
  title: string | null;
}
export interface FileProof {
  kind: 'file';
  file: FollowUpFile;
}
export type FollowUpProof = LinkProof | FileProof;

/** What somebody reported at one time. */
export interface FollowUpReport {
  words: string;
  state: FollowUpState;
  /** Whole percent, 0 to 100. */
  progress: number;
  /** Why it was dropped, or late; always there where it was dropped. */
  reason: string | null;
  proofs: FollowUpProof[];
}
/** What a report said before it was corrected, and until when. */
export interface FollowUpEarlier extends FollowUpReport {
  until: string;
}
/** One report on the timeline. */
export interface FollowUpUpdate extends FollowUpReport {
  id: string;
  followUp: string;
  by: string | null;
  at: string;
  /** What it said before, oldest first. */
  earlier: FollowUpEarlier[];
}
/** The newest report in short. */
export type FollowUpNews = Pick<FollowUpUpdate, 'id' | 'by' | 'at' | 'words'>;

/** What became of one adopted proposal; facts carry it whole and clients replace by id. Days are the meeting's, `2027-03-01`. */
export interface FollowUpView {
  id: string;
  proposal: string;
  /** The proposal's number. */
  number: number;
  /** As it was adopted. */
  title: string;
  /** The line of the set that was adopted; null where the proposal was adopted by itself. */
  line: string | null;
  responsible: FollowUpResponsible;
  dueOn: string;
  reviewOn: string | null;
  /** When mail reminds of the review, ISO UTC: that morning at nine in the meeting's zone. */
  remindAt: string | null;
  state: FollowUpState;
  progress: number;
  reason: string | null;
  /** How many reports there are; the timeline is read over HTTP. */
  updates: number;
  latest: FollowUpNews | null;
  version: number;
  createdBy: string | null;
  createdAt: string;
  changedAt: string;
}

/** Data of `follow_up.begun`. */
export interface FollowUpBegun {
  followUp: FollowUpView;
}
/** Data of `follow_up.changed`: responsible or days are others now. */
export interface FollowUpChanged {
  followUp: FollowUpView;
  reason: string | null;
}
/** Data of `follow_up.reported` and `follow_up.corrected`: the report whole, a corrected one with what it said before. */
export interface FollowUpReported {
  followUp: FollowUpView;
  update: FollowUpUpdate;
}

/** `GET /api/v1/meetings/:meeting/follow-up/:followUp/updates`: newest first. */
export type FollowUpTimeline = FollowUpUpdate[];

/** One of the caller's follow-ups over all meetings: `GET /api/v1/follow-up`, what is overdue first. */
export interface FollowUpAcross {
  meeting: { id: string; title: string; zone: string };
  followUp: FollowUpView;
  /** The name of who is responsible, as it is now. */
  responsible: string;
  isOverdue: boolean;
  /** True where the caller, or their delegation, is responsible. */
  isMine: boolean;
}

interface RoomIntent {
  v: number;
  room: string;
  clientId: string;
}
/** A change made on a version of the follow-up. */
interface FollowUpIntent extends RoomIntent {
  followUp: string;
  version: number;
}
export interface BeginFollowUp extends RoomIntent {
  /** Adopted by itself, or with its line of the set. */
  proposal: string;
  responsible: FollowUpResponsible;
  dueOn: string;
  reviewOn?: string | null;
}
/** What is left out stays as it is. */
export interface ChangeFollowUp extends FollowUpIntent {
  responsible?: FollowUpResponsible;
  dueOn?: string;
  reviewOn?: string | null;
  reason?: string | null;
}
/** A proof as it is sent: an address, or the id of a file that was uploaded before. */
export interface ProofWish {
  kind: 'link' | 'file';
  url?: string | null;
  title?: string | null;
  file?: string | null;
}
export interface ReportOnFollowUp extends FollowUpIntent {
  words: string;
  state: FollowUpState;
  progress: number;
  reason?: string | null;
  proofs: ProofWish[];
}
/** The report whole, as it should have been. */
export interface CorrectFollowUp extends ReportOnFollowUp {
  update: string;
}

/** Says whether it is late: its day has passed in the meeting's zone and more is expected. `today` is a day of that zone. */
export function isOverdue({ dueOn, state }: Pick<FollowUpView, 'dueOn' | 'state'>, today: string): boolean {
  return dueOn < today && !ENDED_FOLLOW_UP_STATES.includes(state);
}

/** Gives the day that it is in a zone at a moment, `2027-03-01`. */
export function dayIn(zone: string, at: Date): string {
  // Parts, not a formatted date: no locale's order or digits are relied on.
  const parts = new Intl.DateTimeFormat('en-u-nu-latn-ca-gregory', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`;
}
