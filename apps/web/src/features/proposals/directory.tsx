import type { DelegationView, MeetingView, ParticipantView } from '@roundtable/contracts';
import { createContext, use, useMemo, type ReactNode } from 'react';

/** Who is who in the meeting that proposals belong to. */
export interface Directory {
  meeting: MeetingView;
  people: ReadonlyMap<string, ParticipantView>;
  delegations: ReadonlyMap<string, DelegationView>;
}

const DirectoryContext = createContext<Directory | null>(null);

interface DirectoryProviderProps {
  meeting: MeetingView;
  participants: readonly ParticipantView[];
  delegations: readonly DelegationView[];
  children: ReactNode;
}

export function DirectoryProvider({ meeting, participants, delegations, children }: DirectoryProviderProps) {
  const directory = useMemo(
    () => ({ meeting, people: byId(participants), delegations: byId(delegations) }),
    [meeting, participants, delegations],
  );
  return <DirectoryContext value={directory}>{children}</DirectoryContext>;
}

/** @throws Error outside of a DirectoryProvider. */
export function useDirectory(): Directory {
  const directory = use(DirectoryContext);
  if (!directory) throw new Error('useDirectory stands outside of a DirectoryProvider.');
  return directory;
}

function byId<T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
