/** Bounds the server enforces and the interface shows. Lengths are UTF-16 code units. */
export const LIMITS = {
  bodyLength: 10_000,
  nameLength: 300,
  titleLength: 300,
  noteLength: 250,
  reasonLength: 500,
  programmeLength: 20_000,
  proposalTextLength: 50_000,
  fieldLength: 1_000,
  emailLength: 254,
  passwordMinLength: 10,
  passwordMaxLength: 256,
  mentions: 50,
  proposalSources: 50,
  proposalSubmitters: 50,
  proposalReferences: 50,
  similarProposals: 5,
  /** One update of a document, in base64: about 180 KiB, and fits into a frame. */
  documentUpdateLength: 240 * 1024,
  /** A whole document as Yjs encodes it. */
  documentBytes: 1024 * 1024,
  /** A version's text. */
  documentTextLength: 500_000,
  /** Where somebody is in a document, as JSON. */
  documentPointLength: 2_000,
  /** Markdown of one amendment. */
  amendmentTextLength: 20_000,
  amendmentSponsors: 50,
  /** Tabled, accepted or in need of a rebase; by one person on one proposal. */
  openAmendmentsPerPerson: 10,
  amendmentsMergedAtOnce: 50,
  pollOptions: 20,
  /** An instant runoff that ties is followed down every way it may go. */
  rankedOptions: 10,
  pollElectors: 1_000,
  pollThresholds: 10,
  pollPoints: 100,
  /** A secret poll with fewer ballots tells no numbers. */
  secretTurnout: 3,
  setLines: 200,
  /** All titles and texts of a set together. */
  setTextLength: 400_000,
  reservationLength: 2_000,
  reservationsPerLine: 50,
  communiqueParts: 200,
  communiqueTextLength: 100_000,
  objections: 100,
  longestSilenceMs: 90 * 24 * 60 * 60 * 1000,
  /** Reports on one follow-up, corrections of one report, proofs of one report. */
  followUpUpdates: 500,
  followUpCorrections: 20,
  followUpProofs: 10,
  followUpWordsLength: 2_000,
  followUpFileBytes: 10 * 1024 * 1024,
  /** All proofs of a meeting together. */
  followUpRoomBytes: 500 * 1024 * 1024,
  /** Files that one person uploaded and that stand in no report. */
  followUpUnusedFiles: 20,
  addressLength: 2_000,
  languages: 10,
  rolesPerParticipant: 9,
  historyPage: 1_000,
  historyPageDefault: 100,
  syncEntries: 500,
  /** About so many bytes of entries are in one answer to a sync; the rest is asked for again. */
  syncBytes: 512 * 1024,
  syncNewestPage: 200,
  transcriptPage: 500,
  searchHits: 200,
  csvRows: 2_000,
  uploadBytes: 20 * 1024 * 1024,
  jsonBodyBytes: 1024 * 1024,
  /** Holds the longest proposal in three-byte characters, with its sources. */
  frameBytes: 256 * 1024,
  socketsPerLogin: 10,
} as const;

/** Timings both sides agree on, in milliseconds. */
export const TIMINGS = {
  headHeartbeatMs: 15_000,
  typingResendMs: 4_000,
  typingExpiryMs: 7_000,
  /** A page that never rests sends its changes to a document so often; what is written meanwhile is merged. */
  documentUpdateEveryMs: 50,
  documentPointEveryMs: 150,
  documentPointResendMs: 15_000,
  documentPointExpiryMs: 30_000,
  revocationSweepMs: 2_000,
  reconnectMinMs: 500,
  reconnectMaxMs: 15_000,
} as const;

/** Reactions offered to everybody; the record refuses others. */
export const REACTIONS = ['👍', '👎', '❤️', '👏', '🙏', '🎉', '❓', '✅'] as const;
export type Reaction = (typeof REACTIONS)[number];
