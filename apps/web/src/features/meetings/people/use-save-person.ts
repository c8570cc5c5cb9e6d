import type { DelegationView, MeetingDetail, ParticipantView, SaveParticipant } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import type { ActId } from '../../../app/act-id.js';
import { ApiError } from '../../../app/api-error.js';
import { api } from '../../../app/api.js';
import { useActId } from '../../../app/use-act-id.js';
import { refreshMeeting } from '../meeting-queries.js';
import { findDelegation, type PersonDraft } from './person-draft.js';

/** Saves a person; a delegation that is not there yet is made first. That nothing was changed is no fault here. */
export function useSavePerson(
  { meeting, delegations }: MeetingDetail,
  person: ParticipantView | null,
  isEmailKnown: boolean,
) {
  const base = `/meetings/${meeting.id}`;
  const saving = useActId();
  const founding = useActId();
  return useMutation({
    mutationFn: async (draft: PersonDraft) => {
      const delegation = await demandDelegation(base, draft.delegation, delegations, founding);
      const words: Omit<SaveParticipant, 'clientId'> = {
        name: draft.name.trim(),
        // An address that is not shown here must not be erased by an empty field.
        ...((isEmailKnown || draft.email.trim()) && { email: draft.email.trim() || null }),
        position: draft.position.trim() || null,
        delegation,
        roles: draft.roles,
        language: draft.language || null,
      };
      const body: SaveParticipant = { clientId: saving.for(words), ...words };
      if (!person) return api.post<ParticipantView>(`${base}/participants`, body);
      try {
        return await api.put<ParticipantView>(`${base}/participants/${person.id}`, body);
      } catch (error) {
        if (error instanceof ApiError && error.code === 'nothing_changed') return person;
        throw error;
      }
    },
    onSuccess: () => {
      saving.done();
      founding.done();
    },
    onSettled: () => refreshMeeting(meeting.id),
  });
}

async function demandDelegation(
  base: string,
  words: string,
  delegations: readonly DelegationView[],
  act: ActId,
): Promise<string | null> {
  const name = words.trim();
  if (!name) return null;
  const known = findDelegation(name, delegations);
  if (known) return known.id;
  return (await api.post<DelegationView>(`${base}/delegations`, { clientId: act.for(name), name })).id;
}
