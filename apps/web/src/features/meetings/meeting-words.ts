import type { MeetingView, Role } from '@roundtable/contracts';
import { useMemo } from 'react';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { messages } from './messages.js';

/** Languages that have a name here; a meeting may have any other, shown by its tag. */
export const NAMED_LANGUAGES = [
  'en',
  'ru',
  'ky',
  'uz',
  'tg',
  'kk',
  'tk',
  'tr',
  'zh',
  'fa',
  'de',
  'fr',
] as const;

/** What meetings and their people are called in the language in force. */
export function useMeetingWords() {
  const t = useMessages(messages);
  const { formatList } = useFormats();
  return useMemo(
    () => ({
      nameLanguage: (tag: string) => (isNamed(tag) ? t(`language_${tag}`) : tag),
      nameRoles: (roles: readonly Role[]) => roles.map((role) => t(`role_${role}`)).join(', '),
      nameLanguages: (tags: readonly string[]) =>
        formatList(tags.map((tag) => (isNamed(tag) ? t(`language_${tag}`) : tag))),
      namePlace: ({ venue, remote }: Pick<MeetingView, 'venue' | 'remote'>) => {
        if (!venue) return t('remotely');
        return remote ? t('venueOrRemotely', { venue }) : venue;
      },
    }),
    [t, formatList],
  );
}

function isNamed(tag: string): tag is (typeof NAMED_LANGUAGES)[number] {
  return (NAMED_LANGUAGES as readonly string[]).includes(tag);
}
