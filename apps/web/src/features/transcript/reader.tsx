import type { TranscriptOutline } from '@roundtable/contracts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { NavigationType, useNavigationType } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { SplitPane } from '../../ui/split-pane.js';
import { narrow, useMediaQuery } from '../../ui/use-media-query.js';
import { HistoryDialog } from './history-dialog.js';
import { messages } from './messages.js';
import { createPlaceStore } from './place-store.js';
import { ProposalDialog } from './proposal-dialog.js';
import { noFilter } from './reading-address.js';
import { ReadingBar } from './reading-bar.js';
import { RecordList, type RecordListHandle } from './record-list.js';
import { SidePanel, type PanelTab } from './side-panel.js';
import { TranscriptContext, useRegister } from './transcript-context.js';
import { useReaderShortcuts } from './use-reader-shortcuts.js';
import { useReading } from './use-reading.js';
import { useSearch } from './use-search.js';

/** The transcript with its contents beside it: reads, finds, filters and jumps. */
export function Reader({ outline }: { outline: TranscriptOutline }) {
  const t = useMessages(messages);
  const isNarrow = useMediaQuery(narrow);
  const { reading, visit, jump: goTo, search, narrow: filterBy } = useReading();
  const filterKey = JSON.stringify(reading.filter);
  // The same filters stay the same object whatever else changes in the address.
  const filter = useMemo(() => JSON.parse(filterKey) as typeof reading.filter, [filterKey]);
  const found = useSearch(outline.meeting.id, { words: reading.words, filter });
  const register = useRegister(outline);
  const [places] = useState(createPlaceStore);
  const target = useTarget(places, visit, reading.at, filterKey);
  const [panel, setPanel] = useState<PanelTab>(reading.words ? 'find' : 'contents');
  const [isPanelOpen, setPanelOpen] = useState(!isNarrow);
  const [history, setHistory] = useState<number | null>(null);
  const [proposal, setProposal] = useState<number | null>(null);
  const record = useRef<RecordListHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);

  const jump = useCallback(
    (seq: number) => {
      setHistory(null);
      setProposal(null);
      if (isNarrow) setPanelOpen(false);
      goTo(seq);
    },
    [goTo, isNarrow],
  );
  const openPanel = useCallback((tab: PanelTab) => {
    setPanel(tab);
    setPanelOpen(true);
    if (tab === 'find') requestAnimationFrame(() => searchField.current?.focus());
  }, []);
  const tellHidden = useCallback(
    (seq: number) => {
      if (filterKey === JSON.stringify(noFilter)) return;
      showToast({
        text: t('hiddenByFilters', { seq: String(seq) }),
        action: { label: t('showEverything'), run: () => filterBy(noFilter) },
      });
    },
    [filterKey, filterBy, t],
  );
  useReaderShortcuts({
    hits: found.hits,
    at: reading.at,
    jump,
    openPanel,
    step: (by) => record.current?.step(by),
  });

  const value = useMemo(
    () => ({
      register,
      deeds: { jump, showHistory: setHistory, showProposal: setProposal },
      marking: found.marking,
      at: reading.at,
    }),
    [register, jump, found.marking, reading.at],
  );
  return (
    <TranscriptContext value={value}>
      <SplitPane
        panelName={t(panel === 'contents' ? 'contents' : 'find')}
        isPanelOpen={isPanelOpen}
        onPanelOpenChange={setPanelOpen}
        panel={
          <SidePanel
            {...{ outline, reading, found, places, search, searchField }}
            tab={panel}
            onTab={setPanel}
            onFilter={filterBy}
          />
        }
      >
        <ReadingBar
          {...{ outline, places, filter, openPanel, isPanelOpen }}
          onFilter={filterBy}
          onPanelOpenChange={setPanelOpen}
        />
        <RecordList
          key={filterKey}
          ref={record}
          {...{ outline, filter, target, places }}
          onHidden={tellHidden}
        />
      </SplitPane>
      {history !== null && <HistoryDialog seq={history} onClose={() => setHistory(null)} />}
      {proposal !== null && <ProposalDialog number={proposal} onClose={() => setProposal(null)} />}
    </TranscriptContext>
  );
}

/** Where the list should stand: the entry of the address on a new visit, where one was on an old one, or unmoved. */
function useTarget(
  places: ReturnType<typeof createPlaceStore>,
  visit: string,
  at: number | null,
  filterKey: string,
) {
  const way = useNavigationType();
  const [target, setTarget] = useState(() => firstTarget(places, visit, at));
  const known = useRef({ visit, filterKey });
  useEffect(() => {
    const before = known.current;
    if (before.visit === visit) return;
    known.current = { visit, filterKey };
    if (way === NavigationType.Replace) {
      places.rename(visit);
      if (before.filterKey !== filterKey) setTarget({ seq: places.top(), isExact: false });
      return;
    }
    setTarget(firstTarget(places, visit, at));
  }, [places, visit, at, way, filterKey]);
  return target;
}

function firstTarget(places: ReturnType<typeof createPlaceStore>, visit: string, at: number | null) {
  const left = places.turnTo(visit);
  return left === null ? { seq: at, isExact: true } : { seq: left, isExact: false };
}
