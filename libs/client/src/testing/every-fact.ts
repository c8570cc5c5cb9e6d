import type { ModelRoom } from './model-room.js';
import {
  sampleAmendment,
  sampleCommunique,
  sampleFollowUp,
  sampleUpdate,
  sampleDelegation,
  sampleItem,
  sampleLine,
  sampleParticipant,
  samplePoll,
  sampleProposal,
  sampleRequest,
  sampleSet,
} from './samples.js';

/** Each step changes the model's state and appends the fact that says so. Together they make every kind of fact. */
export const EVERY_FACT: ((room: ModelRoom) => unknown)[] = [
  (room) => room.append('meetings.scheduled', { meeting: (room.meeting = { ...room.meeting, version: 2 }) }),
  (room) =>
    room.append('meetings.changed', { meeting: (room.meeting = { ...room.meeting, title: 'Дамбалар' }) }),
  ...[sampleDelegation('b', 1), sampleDelegation('a', 2), sampleDelegation('c', 1)].map(
    (delegation) => (room: ModelRoom) => {
      room.delegations.set(delegation.id, delegation);
      return room.append('meetings.delegation_saved', { delegation });
    },
  ),
  (room) => {
    room.delegations.delete('b');
    return room.append('meetings.delegation_removed', { delegation: sampleDelegation('b', 1) });
  },
  ...(['temir', 'ainura'] as const).map((id) => (room: ModelRoom) => {
    room.participants.set(id, sampleParticipant(id));
    return room.append('meetings.participant_added', { participant: sampleParticipant(id) });
  }),
  (room) => {
    const participant = sampleParticipant('temir', { delegation: 'a', attendance: 'onSite' });
    room.participants.set('temir', participant);
    return room.append('meetings.participant_changed', { participant });
  },
  (room) => {
    const participant = sampleParticipant('temir', { removed: true });
    room.participants.set('temir', participant);
    return room.append('meetings.participant_removed', { participant });
  },
  ...[sampleItem('z', 0), sampleItem('y', 2), sampleItem('x', 1), sampleItem('y', 3)].map(
    (item) => (room: ModelRoom) => {
      room.items.set(item.id, item);
      return room.append('meetings.item_saved', { item });
    },
  ),
  (room) => {
    room.items.delete('x');
    return room.append('meetings.item_removed', { item: sampleItem('x', 1, { state: 'withdrawn' }) });
  },
  (room) => room.append('meetings.opened', { meeting: (room.meeting = { ...room.meeting, state: 'open' }) }),
  ...(['item_opened', 'item_closed'] as const).map((act) => (room: ModelRoom) => {
    const item = sampleItem('z', 0, { state: act === 'item_opened' ? 'open' : 'closed' });
    room.items.set('z', item);
    return room.append(`meetings.${act}`, { item });
  }),
  ...[
    ['floor.requested', sampleRequest('r2', 2)],
    ['floor.requested', sampleRequest('r1', 1)],
    ['floor.requested', sampleRequest('r3', 2)],
    ['floor.granted', sampleRequest('r1', 1, { state: 'speaking' })],
    ['floor.ended', sampleRequest('r1', 1, { state: 'done' })],
    ['floor.withdrawn', sampleRequest('r3', 2, { state: 'withdrawn' })],
  ].map(([type, request]) => (room: ModelRoom) => {
    const changed = request as ReturnType<typeof sampleRequest>;
    room.requests.set(changed.id, changed);
    return room.append(type as 'floor.requested', { request: changed });
  }),
  (room) => room.post('The gauges disagree.'),
  (room) => room.append('discussion.stated', { speaker: 'temir', body: 'They do.', language: 'en' }),
  (room) => room.edit(25, 'The gauges disagree by a tenth.'),
  (room) => room.react(25, '👍', 'temir'),
  (room) => room.react(25, '👍', 'ainura'),
  (room) => room.react(25, '👍', 'temir'),
  (room) => room.saveProposal('proposals.captured', sampleProposal(2, [25])),
  (room) => room.saveProposal('proposals.captured', sampleProposal(1, [25, 26])),
  (room) =>
    room.saveProposal('proposals.changed', sampleProposal(1, [25, 26], { version: 2, title: 'Бөлүшүү' })),
  ...['temir', 'ainura', 'temir'].map((participant, index) => (room: ModelRoom) => {
    const position = { participant, value: index / 2, reason: null, at: room.at() };
    const proposal = room.proposals.get('proposal-1') ?? sampleProposal(1, []);
    const others = proposal.positions.filter((other) => other.participant !== participant);
    const positions = [...others, position].sort((a, b) => a.participant.localeCompare(b.participant));
    room.proposals.set(proposal.id, { ...proposal, positions });
    return room.append('proposals.positioned', { proposal: proposal.id, position });
  }),
  (room) => {
    const proposal = room.proposals.get('proposal-1') ?? sampleProposal(1, []);
    const positions = proposal.positions.filter(({ participant }) => participant !== 'temir');
    room.proposals.set(proposal.id, { ...proposal, positions });
    return room.append('proposals.position_withdrawn', { proposal: proposal.id, participant: 'temir' });
  },
  (room) => room.savePoll('polls.created', samplePoll(2)),
  (room) => room.savePoll('polls.created', samplePoll(1)),
  (room) => room.savePoll('polls.changed', samplePoll(1, { title: 'Дамбалар?' })),
  (room) => room.savePoll('polls.started', samplePoll(1, { state: 'started', startedAt: room.at() })),
  (room) => room.savePoll('polls.closed', samplePoll(1, { state: 'closed', closedAt: room.at() })),
  (room) => room.savePoll('polls.published', samplePoll(1, { state: 'published' })),
  (room) => room.savePoll('polls.cancelled', samplePoll(2, { state: 'cancelled' })),
  (room) =>
    room.saveSet('publications.set_drafted', {
      set: sampleSet(['l1', 'l2']),
      lines: [sampleLine('l1'), sampleLine('l2')],
      removed: [],
    }),
  (room) =>
    room.saveSet('publications.set_changed', {
      set: sampleSet(['l3', 'l1'], { version: 2 }),
      lines: [sampleLine('l3')],
      removed: ['l2'],
    }),
  (room) =>
    room.saveSet('publications.set_reserved', {
      set: sampleSet(['l3', 'l1'], { version: 3 }),
      lines: [
        sampleLine('l1', {
          reservations: [{ id: 'r', delegation: 'd', text: 'Reserved.', by: 'temir', at: room.at() }],
        }),
      ],
      removed: [],
    }),
  (room) =>
    room.saveSet('publications.set_adopted', {
      set: sampleSet(['l3', 'l1'], { version: 4, state: 'adopted' }),
      lines: [],
      removed: [],
    }),
  (room) =>
    room.append('publications.communique_drafted', { communique: (room.communique = sampleCommunique(1)) }),
  (room) =>
    room.append('publications.communique_changed', { communique: (room.communique = sampleCommunique(2)) }),
  (room) =>
    room.append('publications.communique_resolved', {
      communique: (room.communique = sampleCommunique(3)),
      part: 'p',
      was: '[a]',
      became: 'a',
      reason: null,
    }),
  (room) =>
    room.append('publications.communique_reserved', { communique: (room.communique = sampleCommunique(4)) }),
  (room) =>
    room.append('publications.communique_circulated', {
      communique: (room.communique = sampleCommunique(5)),
    }),
  (room) => {
    const objection = { id: 'o', delegation: 'a', reason: 'Too early.', by: 'temir', at: room.at() };
    const communique = { ...sampleCommunique(6), objections: [objection] };
    return room.append('publications.communique_objected', { communique: (room.communique = communique) });
  },
  (room) =>
    room.append('publications.communique_adopted', { communique: (room.communique = sampleCommunique(7)) }),
  ...(['tabled', 'sponsored', 'recommended', 'accepted', 'rejected', 'withdrawn', 'promoted'] as const).map(
    (act, index) => (room: ModelRoom) => {
      const amendment = sampleAmendment(3 - (index % 3), { text: act, changedAt: room.at() });
      return room.saveAmendments(`amendments.${act}`, { amendment }, [amendment]);
    },
  ),
  (room) => {
    const amendment = sampleAmendment(1, { proposal: 'proposal-2', id: 'other', revision: 2 });
    const before = { version: 1, paragraph: 1, kind: 'replace' as const, text: 'Before.' };
    return room.saveAmendments('amendments.rebased', { amendment, before }, [amendment]);
  },
  ...(['merged', 'carried'] as const).map((act, version) => (room: ModelRoom) => {
    const amendments = [sampleAmendment(1, { version }), sampleAmendment(3, { version })];
    const data = { proposal: 'proposal-1', version, amendments };
    return room.saveAmendments(`amendments.${act}`, data, amendments);
  }),
  ...['proposal-2', 'proposal-1', 'proposal-2'].map((proposal, index) => (room: ModelRoom) => {
    const stop = index === 2 ? null : { proposal, by: 'ainura', at: room.at(), reason: null };
    if (stop) room.stops.set(proposal, stop);
    else room.stops.delete(proposal);
    return room.append('amendments.regulated', { proposal, stop, reason: null });
  }),
  (room) => room.saveFollowUp('follow_up.begun', { followUp: sampleFollowUp(2) }),
  (room) => room.saveFollowUp('follow_up.begun', { followUp: sampleFollowUp(1) }),
  (room) =>
    room.saveFollowUp('follow_up.changed', {
      followUp: sampleFollowUp(2, { dueOn: '2027-04-01', version: 2 }),
      reason: 'Spring floods',
    }),
  ...(['follow_up.reported', 'follow_up.corrected'] as const).map((type, index) => (room: ModelRoom) => {
    const update = sampleUpdate('follow-up-2', { words: `Version ${index}` });
    const { id, by, at, words } = update;
    const latest = { id, by, at, words };
    const followUp = sampleFollowUp(2, {
      state: 'under_way',
      progress: 20,
      latest,
      updates: 1,
      version: 3 + index,
    });
    return room.saveFollowUp(type, { followUp, update });
  }),
  ...['proposal-1', null].map((proposal) => (room: ModelRoom) => {
    const frame = { id: `decision-${String(proposal)}`, decidedBy: null, at: room.at(), seq: room.head + 1 };
    const decision = { ...frame, proposal, text: 'So decided.', result: 'adopted' as const };
    room.decisions.set(decision.id, decision);
    const decided = room.proposals.get(proposal ?? '');
    if (decided) room.proposals.set(decided.id, { ...decided, state: 'adopted', decision });
    return room.append('proposals.decided', { decision });
  }),
  (room) =>
    room.moveProposal('proposals.moved', {
      proposal: sampleProposal(2, [25], { state: 'submitted', version: 2 }),
      act: 'submit',
      from: 'captured',
      reason: null,
    }),
  (room) => room.moveProposal('proposals.sourced', { proposal: sampleProposal(2, [26]), merged: null }),
  (room) => room.moveProposal('proposals.sourced', { proposal: sampleProposal(2, [25]), merged: 'p9' }),
  (room) => room.moveProposal('proposals.recommended', { proposal: sampleProposal(2, [25]) }),
  (room) => room.saveProposal('proposals.withdrawn', sampleProposal(2, [25], { state: 'withdrawn' })),
  (room) => room.withdraw(25),
  (room) => room.withhold(),
  (room) =>
    room.append('meetings.suspended', { meeting: (room.meeting = { ...room.meeting, state: 'suspended' }) }),
  (room) =>
    room.append('meetings.closed', { meeting: (room.meeting = { ...room.meeting, state: 'closed' }) }),
  (room) => {
    const hash = { sha256: '0'.repeat(64), length: 20, isInProposal: true };
    const version = {
      proposal: 'p',
      version: 1,
      ...hash,
      by: 'ainura',
      at: '2026-11-22T09:00:00.000Z',
      note: null,
    };
    return room.append('documents.versioned', { version });
  },
  (room) => {
    const counts = { lines: 3, understood: 3, notUnderstood: [] };
    return room.append('transcript.imported', { format: 'w3c', file: 'irc.log', ...counts });
  },
];
