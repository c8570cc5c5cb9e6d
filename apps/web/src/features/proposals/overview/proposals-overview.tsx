import type { ProposalView, RoomSnapshot } from '@roundtable/contracts';
import { useMemo } from 'react';
import { useLocale } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { EmptyState } from '../../../ui/empty-state.js';
import text from '../../../ui/text.module.css';
import { messages } from './messages.js';
import { isNarrowed, select, type View } from './proposal-selection.js';
import { ProposalsBoard } from './proposals-board.js';
import { ProposalsDocument } from './proposals-document.js';
import { ProposalsTable } from './proposals-table.js';
import { SelectionBar } from './selection-bar.js';
import { useSelection } from './use-selection.js';

interface ProposalsOverviewProps {
  content: RoomSnapshot['proposals'];
  isLive: boolean;
}

/** Proposals as the address asks for them: narrowed, sorted, and in one of three views. */
export function ProposalsOverview({ content, isLive }: ProposalsOverviewProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const [selection, change] = useSelection();
  const { proposals, decisions } = content;
  const key = JSON.stringify(selection);
  const shown = useMemo(
    () => select(proposals, JSON.parse(key) as typeof selection, locale),
    [proposals, key, locale],
  );
  const isPart = isNarrowed(selection);
  return (
    <>
      <SelectionBar proposals={proposals} selection={selection} onChange={change} />
      <p className={text.quiet} role="status">
        {t('shown', { shown: shown.length, all: isPart ? proposals.length : 0 })}
      </p>
      {shown.length === 0 && proposals.length > 0 ? (
        <EmptyState title={t('nothingFits')}>{t('nothingFitsWords')}</EmptyState>
      ) : (
        <Shown view={selection.view} proposals={shown} decisions={isPart ? [] : decisions} isLive={isLive} />
      )}
    </>
  );
}

interface ShownProps {
  view: View;
  proposals: readonly ProposalView[];
  decisions: RoomSnapshot['proposals']['decisions'];
  isLive: boolean;
}

function Shown({ view, proposals, decisions, isLive }: ShownProps) {
  switch (view) {
    case 'table':
      return <ProposalsTable proposals={proposals} isLive={isLive} />;
    case 'board':
      return <ProposalsBoard proposals={proposals} isLive={isLive} />;
    case 'document':
      return <ProposalsDocument proposals={proposals} decisions={decisions} />;
  }
}
