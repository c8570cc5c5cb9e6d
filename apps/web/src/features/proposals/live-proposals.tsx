import type { MeetingDetail, RoomSnapshot } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { RoomProvider } from '../room/room-context.js';
import { useOpenRoom, useRoomState } from '../room/use-open-room.js';

type Proposals = RoomSnapshot['proposals'];

interface LiveProposalsProps {
  detail: MeetingDetail;
  /** As the page was loaded; shown until the room answers, and where it does not. */
  loaded: Proposals;
  /** `isLive`: the room is open, so that steps can be taken and `useRoom` works. */
  children(proposals: Proposals, isLive: boolean): ReactNode;
}

/**
 * Follows the plenary on a page outside of the room: what others do to proposals shows at once. When the room opens, what
 * is on the page stays, such as a list that somebody has just opened.
 */
export function LiveProposals({ detail, loaded, children }: LiveProposalsProps) {
  const { id: meetingId, plenary: roomId } = detail.meeting;
  const client = useOpenRoom(roomId, detail.me.participant).opened?.client ?? null;
  const state = useRoomState(client);
  const record = state?.refusal ? null : state?.record;
  return (
    <RoomProvider room={client && state && record ? { meetingId, roomId, client, state } : null}>
      {record ? children(record.snapshot.proposals, true) : children(loaded, false)}
    </RoomProvider>
  );
}
