import type { ProposalView } from '@roundtable/contracts';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useAddressQuery } from '../../app/use-address-query.js';
import layout from '../../ui/layout.module.css';
import { Tabs } from '../../ui/tabs.js';
import { AmendedText } from './amended-text.js';
import type { Paragraph } from './amendment-draft.js';
import { AmendmentList } from './amendment-list.js';
import { messages } from './messages.js';
import { OriginalText } from './original-text.js';
import type { Amendments } from './use-amendments.js';

const VIEWS = ['list', 'original', 'changed', 'differences', 'consolidated'] as const;
type View = (typeof VIEWS)[number];

/** Name of the view in the address, so that a link shows what its sender saw. */
const PARAMETER = 'amendments';

interface AmendmentViewsProps {
  proposal: ProposalView;
  all: Amendments;
  onAmend: ((paragraph: Paragraph) => void) | undefined;
}

/** The amendments one by one, and the text with them, each way one may want to read it. */
export function AmendmentViews({ proposal, all, onAmend }: AmendmentViewsProps) {
  const t = useMessages(messages);
  const [view, show] = useView();
  const [also, setAlso] = useState<readonly string[]>([]);
  // What was decided meanwhile is in, or not, by itself.
  const tabled = also.filter((id) =>
    all.amendments.some((each) => each.id === id && each.state === 'tabled'),
  );
  useGoal(view);
  const content = (id: View) => {
    if (id === 'list') return <AmendmentList proposal={proposal} all={all} />;
    if (id === 'original') return <OriginalText proposal={proposal} all={all} onAmend={onAmend} />;
    return <AmendedText view={id} proposal={proposal} all={all} also={tabled} onAlso={setAlso} />;
  };
  return (
    <Tabs
      label={t('views')}
      value={view}
      onChange={(id) => show(id as View)}
      items={VIEWS.map((id) => ({
        id,
        label: t(`view_${id}`),
        ...(id === 'list' && { count: all.amendments.length }),
        content: <div className={layout.stack}>{content(id)}</div>,
      }))}
    />
  );
}

function useView(): [View, (view: View) => void] {
  const [query, changeQuery] = useAddressQuery();
  const asked = query.get(PARAMETER);
  const view = VIEWS.find((each) => each === asked) ?? 'list';
  const show = (next: View) =>
    changeQuery(
      (after) => {
        if (next === 'list') after.delete(PARAMETER);
        else after.set(PARAMETER, next);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return [view, show];
}

/** Brings the amendment that the address leads to into view, and the focus to it. */
function useGoal(view: View): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (view !== 'list' || !hash.startsWith('#amendment-')) return;
    const goal = document.getElementById(decodeURIComponent(hash.slice(1)));
    goal?.scrollIntoView({ block: 'start' });
    goal?.focus({ preventScroll: true });
  }, [view, hash, key]);
}
