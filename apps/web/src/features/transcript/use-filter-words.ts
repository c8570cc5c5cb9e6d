import type { TranscriptOutline } from '@roundtable/contracts';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { messages } from './messages.js';
import type { PassageFilter } from './reading-address.js';

/** Each filter in force, in words. */
export function useFilterWords(outline: TranscriptOutline, filter: PassageFilter) {
  const t = useMessages(messages);
  const { formatDateTime } = useFormats();
  const { zone } = outline.meeting;
  const { speaker, delegation, kind, from, to } = filter;
  const time = (at: string) => formatDateTime(at, { zone, style: 'day' });
  const words: [keyof PassageFilter, string | null | undefined][] = [
    ['speaker', speaker && (outline.participants.find(({ id }) => id === speaker)?.name ?? t('unknown'))],
    [
      'delegation',
      delegation && (outline.delegations.find(({ id }) => id === delegation)?.name ?? t('unknown')),
    ],
    ['kind', kind && t(`kind_${kind}`)],
    ['from', from && t('since', { time: time(from) })],
    ['to', to && t('until', { time: time(to) })],
  ];
  return words.flatMap(([name, each]) => (each ? [{ name, words: each }] : []));
}
