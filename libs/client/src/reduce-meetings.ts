import type {
  DelegationView,
  Entry,
  FactType,
  ItemView,
  ParticipantView,
  RoomSnapshot,
} from '@roundtable/contracts';
import { compareIds, replaceById, withoutId } from './ordered-list.js';

/** Facts about the meeting, its people and its agenda. */
export type MeetingsFact = Extract<FactType, `meetings.${string}`>;
type Meetings = RoomSnapshot['meetings'];

/** Gives the meeting's part of the snapshot after the fact. */
export function reduceMeetings(meetings: Meetings, entry: Entry<MeetingsFact>): Meetings {
  switch (entry.type) {
    case 'meetings.scheduled':
    case 'meetings.changed':
    case 'meetings.opened':
    case 'meetings.suspended':
    case 'meetings.closed':
      return { ...meetings, meeting: entry.data.meeting };
    case 'meetings.delegation_saved':
      return {
        ...meetings,
        delegations: replaceById(meetings.delegations, entry.data.delegation, byPrecedence),
      };
    case 'meetings.delegation_removed':
      return { ...meetings, delegations: withoutId(meetings.delegations, entry.data.delegation.id) };
    // Somebody removed stays in the list, marked, since their words stay.
    case 'meetings.participant_added':
    case 'meetings.participant_changed':
    case 'meetings.participant_removed':
      return { ...meetings, participants: replaceById(meetings.participants, entry.data.participant, byId) };
    case 'meetings.item_saved':
    case 'meetings.item_opened':
    case 'meetings.item_closed':
      return { ...meetings, items: replaceById(meetings.items, entry.data.item, byOrder) };
    case 'meetings.item_removed':
      return { ...meetings, items: withoutId(meetings.items, entry.data.item.id) };
  }
}

function byPrecedence(a: DelegationView, b: DelegationView): number {
  return a.precedence - b.precedence || compareIds(a.id, b.id);
}
function byId(a: ParticipantView, b: ParticipantView): number {
  return compareIds(a.id, b.id);
}
function byOrder(a: ItemView, b: ItemView): number {
  return a.order - b.order || compareIds(a.id, b.id);
}
