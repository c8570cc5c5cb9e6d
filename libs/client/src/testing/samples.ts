import type {
  AmendmentView,
  CommuniqueView,
  DelegationView,
  FloorRequestView,
  FollowUpUpdate,
  FollowUpView,
  ItemView,
  MeetingView,
  ParticipantView,
  PollView,
  ProposalView,
  RoomView,
  SetLineView,
  SetView,
} from '@roundtable/contracts';

const AT = '2026-05-12T09:00:00.000Z';

export function sampleRoom(): RoomView {
  return { id: 'plenary', meeting: 'meeting', kind: 'plenary', name: 'Plenary' };
}

export function sampleMeeting(): MeetingView {
  return {
    id: 'meeting',
    title: 'Water and energy in the upper basin',
    host: 'Institute of Water Problems',
    state: 'scheduled',
    startsAt: AT,
    endsAt: '2026-05-12T12:00:00.000Z',
    zone: 'Asia/Bishkek',
    languages: ['en', 'ru', 'ky'],
    venue: null,
    remote: true,
    conferenceUrl: null,
    confidentiality: 'members',
    programme: null,
    plenary: 'plenary',
    createdAt: AT,
    openedAt: null,
    closedAt: null,
    source: null,
    version: 1,
  };
}

export function sampleDelegation(id: string, precedence: number): DelegationView {
  return { id, name: `Delegation ${id}`, shortName: null, country: null, precedence };
}

export function sampleParticipant(id: string, change: Partial<ParticipantView> = {}): ParticipantView {
  const nothing = { position: null, delegation: null, language: null, attendance: null };
  return { id, name: `Participant ${id}`, roles: ['expert'], removed: false, ...nothing, ...change };
}

export function sampleItem(id: string, order: number, change: Partial<ItemView> = {}): ItemView {
  const nothing = { parent: null, allottedMs: null, openedAt: null, closedAt: null };
  return {
    id,
    number: String(order + 1),
    title: `Item ${id}`,
    state: 'planned',
    order,
    ...nothing,
    ...change,
  };
}

export function sampleRequest(
  id: string,
  order: number,
  change: Partial<FloorRequestView> = {},
): FloorRequestView {
  const times = { requestedAt: AT, grantedAt: null, endedAt: null };
  return { id, participant: id, kind: 'statement', note: null, state: 'waiting', order, ...times, ...change };
}

export function sampleProposal(
  number: number,
  seqs: number[],
  change: Partial<ProposalView> = {},
): ProposalView {
  const hash = '0'.repeat(64);
  const place = {
    room: 'plenary',
    from: 0,
    to: 4,
    sha256: hash,
    words: 'word',
    speaker: null,
    delegation: null,
    at: AT,
  };
  return {
    id: `proposal-${String(number)}`,
    number,
    title: 'Share the measurements',
    text: 'The parties share the measurements daily.',
    state: 'captured',
    focusArea: null,
    responsible: null,
    timeline: null,
    version: 1,
    capturedBy: 'ainura',
    capturedAt: AT,
    sources: seqs.map((seq) => ({ ...place, seq, textSeq: seq })),
    positions: [],
    decision: null,
    ...change,
  };
}

export function samplePoll(number: number, over: Partial<PollView> = {}): PollView {
  return {
    id: `poll-${number}`,
    number,
    title: 'Shall the gauges be read daily?',
    text: null,
    proposal: null,
    isDecisive: false,
    proposalState: null,
    method: 'yes_no_abstain',
    options: [{ id: 'yes', text: 'Yes', meaning: 'for' }],
    rules: {
      unit: 'persons',
      isSecret: false,
      hidesResults: false,
      requiresPresence: false,
      quorum: null,
      thresholds: [],
      reasons: 'optional',
      minPicks: 1,
      maxPicks: 1,
      points: 0,
    },
    state: 'created',
    electors: [{ id: 'temir', weight: '1', proxy: null }],
    outcome: null,
    createdBy: 'ainura',
    createdAt: '2026-05-12T09:00:00.000Z',
    startedAt: null,
    closedAt: null,
    publishedAt: null,
    ...over,
  };
}

/** A set of these lines. */
export function sampleSet(lines: string[], over: Partial<SetView> = {}): SetView {
  return {
    id: 'set-1',
    title: 'Set of proposals',
    state: 'draft',
    version: 1,
    sha256: 'a'.repeat(64),
    lines,
    adoption: null,
    createdBy: 'ainura',
    createdAt: '2026-05-12T09:00:00.000Z',
    changedAt: '2026-05-12T09:00:00.000Z',
    ...over,
  };
}

export function sampleLine(id: string, over: Partial<SetLineView> = {}): SetLineView {
  return {
    id,
    proposal: `proposal-of-${id}`,
    number: 1,
    proposalVersion: 1,
    focusArea: 'Monitoring',
    title: 'A joint gauge',
    text: 'A joint gauge at the border.',
    responsible: null,
    timeline: null,
    support: { for: 1, neutral: 0, against: 0, delegationsFor: [], delegationsAgainst: [], poll: null },
    reservations: [],
    sources: [],
    adoption: null,
    ...over,
  };
}

export function sampleCommunique(version: number): CommuniqueView {
  return {
    id: 'communique-1',
    title: 'Communique',
    state: 'draft',
    version,
    sha256: 'b'.repeat(64),
    parts: [{ id: 'p', text: `Version ${version}`, line: null, reservations: [] }],
    circulation: null,
    objections: [],
    adoption: null,
    createdBy: 'ainura',
    createdAt: '2026-05-12T09:00:00.000Z',
    changedAt: '2026-05-12T09:00:00.000Z',
  };
}

export function sampleFollowUp(number: number, over: Partial<FollowUpView> = {}): FollowUpView {
  return {
    id: `follow-up-${number}`,
    proposal: `proposal-${number}`,
    number,
    title: 'A joint gauge',
    line: null,
    responsible: { kind: 'words', id: null, words: 'Basin office' },
    dueOn: '2027-03-01',
    reviewOn: null,
    remindAt: null,
    state: 'planned',
    progress: 0,
    reason: null,
    updates: 0,
    latest: null,
    version: 1,
    createdBy: 'ainura',
    createdAt: '2026-05-12T09:00:00.000Z',
    changedAt: '2026-05-12T09:00:00.000Z',
    ...over,
  };
}

export function sampleUpdate(followUp: string, over: Partial<FollowUpUpdate> = {}): FollowUpUpdate {
  return {
    id: `update-of-${followUp}`,
    followUp,
    words: 'The gauge is ordered.',
    state: 'under_way',
    progress: 20,
    reason: null,
    proofs: [],
    by: 'temir',
    at: '2026-05-12T09:00:00.000Z',
    earlier: [],
    ...over,
  };
}

/** An amendment on the first proposal. */
export function sampleAmendment(number: number, changes: Partial<AmendmentView> = {}): AmendmentView {
  return {
    id: `amendment-${number}`,
    proposal: 'proposal-1',
    number,
    label: `P-1-A${number}`,
    kind: 'replace',
    version: 1,
    paragraph: 1,
    was: 'Before.',
    text: 'After.',
    reason: null,
    sponsors: [{ kind: 'person', id: 'temir' }],
    state: 'tabled',
    revision: 1,
    needs: null,
    recommendation: null,
    decision: null,
    mergedIn: null,
    stands: [],
    promotedTo: null,
    tabledBy: 'temir',
    tabledAt: '2026-05-12T09:00:00.000Z',
    changedAt: '2026-05-12T09:00:00.000Z',
    ...changes,
  };
}
