import type { TranscriptOutline } from '@roundtable/contracts';
import type { Ref } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Tabs } from '../../ui/tabs.js';
import { FindPanel } from './find-panel.js';
import { messages } from './messages.js';
import { OutlinePanel } from './outline-panel.js';
import type { PlaceStore } from './place-store.js';
import type { PassageFilter, Reading } from './reading-address.js';
import type { useSearch } from './use-search.js';

export type PanelTab = 'contents' | 'find';

export interface SidePanelProps {
  outline: TranscriptOutline;
  reading: Reading;
  found: ReturnType<typeof useSearch>;
  places: PlaceStore;
  tab: PanelTab;
  onTab(tab: PanelTab): void;
  search(words: string): void;
  onFilter(part: Partial<PassageFilter>): void;
  searchField: Ref<HTMLInputElement>;
}

/** What stands beside the record: its contents, and what was looked for in it. */
export function SidePanel({ outline, places, tab, onTab, ...find }: SidePanelProps) {
  const t = useMessages(messages);
  return (
    <Tabs
      label={t('beside')}
      isFilling
      value={tab}
      onChange={(id) => onTab(id as PanelTab)}
      items={[
        {
          id: 'contents',
          label: t('contents'),
          content: <OutlinePanel outline={outline} places={places} />,
        },
        {
          id: 'find',
          label: t('find'),
          ...(find.found.isAsked && { count: find.found.total }),
          content: <FindPanel outline={outline} {...find} />,
        },
      ]}
    />
  );
}
