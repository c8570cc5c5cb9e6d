import type { ParticipantView, Role } from '@roundtable/contracts';
import { useCallback } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { messages } from './messages.js';

/** Roles that tell how to take somebody's words; that one is an expert goes without saying. */
const telling: readonly Role[] = [
  'chair',
  'moderator',
  'rapporteur',
  'secretary',
  'interpreter',
  'captioner',
  'observer',
  'guest',
];

/** Gives a participant's telling roles in words, e.g. «chair, rapporteur»; null where there are none. */
export function useRoleWords(): (person: ParticipantView) => string | null {
  const t = useMessages(messages);
  return useCallback(
    (person) => {
      const words = telling.filter((role) => person.roles.includes(role)).map((role) => t(`role_${role}`));
      return words.length > 0 ? words.join(', ') : null;
    },
    [t],
  );
}
