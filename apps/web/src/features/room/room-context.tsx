import type { Permission, ParticipantView } from '@roundtable/contracts';
import type { Room, RoomState } from '@roundtable/client';
import { createContext, use, useMemo, type ReactNode } from 'react';

/** The open room: what is known of it now, and how to act in it. */
export interface OpenRoom {
  meetingId: string;
  roomId: string;
  client: Room;
  state: RoomState;
  /** Every participant by id, those who left too, since their words stay. */
  people: ReadonlyMap<string, ParticipantView>;
  may(permission: Permission): boolean;
}

const RoomContext = createContext<OpenRoom | null>(null);

interface RoomProviderProps {
  /** Null while there is none: what stands inside stays as it is when the room opens. */
  room: Omit<OpenRoom, 'people' | 'may'> | null;
  children: ReactNode;
}

export function RoomProvider({ room, children }: RoomProviderProps) {
  const participants = room?.state.record?.snapshot.meetings.participants;
  const permissions = room?.state.me?.permissions;
  const people = useMemo(() => new Map((participants ?? []).map((each) => [each.id, each])), [participants]);
  const open = room && {
    ...room,
    people,
    may: (permission: Permission) => permissions?.includes(permission) ?? false,
  };
  return <RoomContext value={open}>{children}</RoomContext>;
}

/** The room this component stands in. @throws Error outside of one. */
export function useRoom(): OpenRoom {
  const room = use(RoomContext);
  if (!room) throw new Error('useRoom stands outside of a RoomProvider.');
  return room;
}
