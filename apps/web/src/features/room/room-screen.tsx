import { useLayoutEffect } from 'react';
import { useParams } from 'react-router';
import { enterRoom } from '../proposals/proposal-store.js';
import { RefusedRoom } from './refused-room.js';
import { RoomLayout } from './room-layout.js';
import { RoomProvider } from './room-context.js';
import { RoomSkeleton } from './room-skeleton.js';
import { useOpenRoom, useRoomState, type Opened } from './use-open-room.js';
import { useSelf } from './use-self.js';

/** `/m/:meeting/:room` and the permalink `/m/:meeting/:room/:seq`. */
export function RoomScreen() {
  const { meeting = '', room = '' } = useParams();
  const { self, problem, retry } = useSelf(meeting);
  const { opened, reopen } = useOpenRoom(room, self);
  if (problem) return <RefusedRoom meetingId={meeting} refusal={problem} onRetry={retry} />;
  if (!opened) return <RoomSkeleton />;
  return <OpenedRoom key={room} opened={opened} meetingId={meeting} roomId={room} onReopen={reopen} />;
}

interface OpenedRoomProps {
  opened: Opened;
  meetingId: string;
  roomId: string;
  onReopen(): void;
}

function OpenedRoom({ opened, meetingId, roomId, onReopen }: OpenedRoomProps) {
  const { client, connection } = opened;
  const state = useRoomState(client);
  useLayoutEffect(() => enterRoom(roomId), [roomId]);
  if (state.refusal) return <RefusedRoom meetingId={meetingId} refusal={state.refusal} onRetry={onReopen} />;
  if (!state.record) {
    const ended = state.connection.name === 'ended' ? { code: state.connection.reason } : null;
    return ended ? (
      <RefusedRoom meetingId={meetingId} refusal={ended} onRetry={onReopen} />
    ) : (
      <RoomSkeleton connection={state.connection} onRetry={() => connection.retryNow()} />
    );
  }
  return (
    <RoomProvider room={{ meetingId, roomId, client, state }}>
      <RoomLayout onRetry={() => connection.retryNow()} onReopen={onReopen} />
    </RoomProvider>
  );
}
