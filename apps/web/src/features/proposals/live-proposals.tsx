import type { MeetingDetail, RoomSnapshot } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { RoomProvider } from '../room/room-context.js';
import { useOpenRoom, useRoomState, type Opened } from '../room/use-open-room.js';

type Proposals = RoomSnapshot['proposals'];

interface LiveProposalsProps {
  detail: MeetingDetail;
  /** As the page was loaded; shown until the room answers, and where it does not. */
  loaded: Proposals;
  /** `isLive`: the room is open, so that steps can be taken and `useRoom` works. */
  children(proposals: Proposals, isLive: boolean): ReactNode;
}

/** Follows the plenary on a page outside of the room: what others do to proposals shows at once. */
export function LiveProposals({ detail, ...rest }: LiveProposalsProps) {
  const { opened } = useOpenRoom(detail.meeting.plenary, detail.me.participant);
  if (!opened) return rest.children(rest.loaded, false);
  return <Followed opened={opened} detail={detail} {...rest} />;
}

function Followed({ opened, detail, loaded, children }: LiveProposalsProps & { opened: Opened }) {
  const { client } = opened;
  const state = useRoomState(client);
  const { id: meetingId, plenary: roomId } = detail.meeting;
  if (!state.record || state.refusal) return children(loaded, false);
  return (
    <RoomProvider room={{ meetingId, roomId, client, state }}>
      {children(state.record.snapshot.proposals, true)}
    </RoomProvider>
  );
}
