import type { MeetingDetail } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { problemOf } from '../../app/problem-of.js';
import { ShellSlot } from '../../app/shell/shell-slot.js';
import layout from '../../ui/layout.module.css';
import { Name } from '../../ui/name.js';
import { Skeleton } from '../../ui/skeleton.js';
import { DirectoryProvider } from '../proposals/directory.js';
import { useMeeting } from '../proposals/use-proposals.js';
import { messages } from './messages.js';
import { RefusedRoom } from './refused-room.js';
import { RoomProvider } from './room-context.js';
import { useOpenRoom, useRoomState, type Opened } from './use-open-room.js';
import { useSelf } from './use-self.js';

/** A page about a meeting's outcome: it opens the plenary, so that everybody sees the same version at once. */
export function PlenaryPage({ meetingId, children }: { meetingId: string; children: ReactNode }) {
  const { self, problem, retry } = useSelf(meetingId);
  const meeting = useMeeting(meetingId);
  const { data } = meeting;
  const refusal = problem ?? problemOf(meeting);
  if (refusal) {
    const retryBoth = () => {
      if (problem) retry();
      if (!data) void meeting.refetch();
    };
    return <RefusedRoom meetingId={meetingId} refusal={refusal} onRetry={retryBoth} />;
  }
  if (self === null || !data) return <Waiting />;
  return (
    <Plenary detail={data} self={self}>
      {children}
    </Plenary>
  );
}

function Plenary({ detail, self, children }: { detail: MeetingDetail; self: string; children: ReactNode }) {
  const { opened, reopen } = useOpenRoom(detail.meeting.plenary, self);
  if (!opened) return <Waiting />;
  return (
    <Followed opened={opened} detail={detail} onReopen={reopen}>
      {children}
    </Followed>
  );
}

interface FollowedProps {
  opened: Opened;
  detail: MeetingDetail;
  onReopen(): void;
  children: ReactNode;
}

function Followed({ opened, detail, onReopen, children }: FollowedProps) {
  const { client } = opened;
  const state = useRoomState(client);
  const { id: meetingId, plenary: roomId } = detail.meeting;
  const ended = state.connection.name === 'ended' ? { code: state.connection.reason } : null;
  const refusal = state.refusal ?? (state.record ? null : ended);
  if (refusal) return <RefusedRoom meetingId={meetingId} refusal={refusal} onRetry={onReopen} />;
  if (!state.record) return <Waiting />;
  const { meeting, participants, delegations } = state.record.snapshot.meetings;
  return (
    <RoomProvider room={{ meetingId, roomId, client, state }}>
      <DirectoryProvider meeting={meeting} participants={participants} delegations={delegations}>
        <ShellSlot name="title">
          <Name>{meeting.title}</Name>
        </ShellSlot>
        <div className={layout.page}>{children}</div>
      </DirectoryProvider>
    </RoomProvider>
  );
}

function Waiting() {
  const t = useMessages(messages);
  return (
    <div className={layout.page} aria-busy="true" aria-label={t('loading')} role="status">
      <Skeleton lines={8} />
    </div>
  );
}
