import type { ProposalAct, ProposalView } from '@roundtable/contracts';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import layout from '../../../ui/layout.module.css';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.js';
import { messages } from './messages.js';
import { MoveDialog } from './move-dialog.js';
import { possibleMoves } from './possible-moves.js';
import { RecommendDialog } from './recommend-dialog.js';
import { ReferencesDialog } from './references-dialog.js';
import { SubmittersDialog } from './submitters-dialog.js';
import { useMover } from './use-mover.js';

/** What one may be doing to a proposal from its menu. */
type Doing = ProposalAct | 'recommend' | 'submitters' | 'references';

interface MoveMenuProps {
  proposal: ProposalView;
  /** Shows the step that comes next as a button of its own. */
  hasNext?: boolean;
  /** The menu is reached by its key, not by Tab. */
  isSkipped?: boolean;
  /** As tall as the buttons beside it. */
  size?: 'small' | 'medium';
}

/** Steps that lead on, in the order in which a meeting takes them. */
const NEXT: readonly ProposalAct[] = ['submit', 'admit', 'discuss', 'put', 'decide', 'publish', 'resume'];

/** The steps one may take with a proposal. Nothing where there are none. */
export function MoveMenu({ proposal, hasNext, isSkipped, size = 'small' }: MoveMenuProps) {
  const t = useMessages(messages);
  const mover = useMover();
  const [doing, setDoing] = useState<Doing | null>(null);
  const acts = possibleMoves(proposal, mover);
  const isOpen = ['captured', 'submitted', 'admitted', 'under_discussion'].includes(proposal.state);
  const links = isOpen && mover.may('proposals.capture') ? (['submitters', 'references'] as const) : [];
  const isAdvisable = mover.may('proposals.recommend') && (isOpen || proposal.state === 'deciding');
  const others: Doing[] = [...(isAdvisable ? (['recommend'] as const) : []), ...links];
  const next = hasNext ? nextOf(acts, proposal) : undefined;
  const listed = acts.filter((act) => act !== next);
  // A dialog stays while somebody else moves the proposal on, to say what happened.
  if (acts.length + others.length === 0 && doing === null) return null;
  const number = String(proposal.number);
  return (
    <span className={layout.row}>
      {next && (
        <Button size={size} variant="primary" onPress={() => setDoing(next)}>
          {t(`act_${next}`)}
        </Button>
      )}
      {listed.length + others.length > 0 && (
        <Menu
          trigger={
            <Button
              size={size}
              variant={hasNext ? 'secondary' : 'quiet'}
              aria-label={t('stepsOf', { number })}
              data-steps={number}
              excludeFromTabOrder={isSkipped === true}
            >
              {t('steps')}
              <ChevronDown size={14} aria-hidden />
            </Button>
          }
        >
          {listed.map((act) => (
            <MenuItem key={act} onAction={() => setDoing(act)} isDangerous={act === 'withdraw'}>
              {t(`act_${act}`)}
            </MenuItem>
          ))}
          {listed.length > 0 && others.length > 0 && <MenuSeparator />}
          {others.map((each) => (
            <MenuItem key={each} onAction={() => setDoing(each)}>
              {wordOf(t, each)}
            </MenuItem>
          ))}
        </Menu>
      )}
      {doing && <DoingDialog doing={doing} proposal={proposal} onClose={() => setDoing(null)} />}
    </span>
  );
}

function DoingDialog({ doing, ...rest }: { doing: Doing; proposal: ProposalView; onClose(): void }) {
  switch (doing) {
    case 'recommend':
      return <RecommendDialog {...rest} />;
    case 'submitters':
      return <SubmittersDialog {...rest} />;
    case 'references':
      return <ReferencesDialog {...rest} />;
    default:
      return <MoveDialog act={doing} {...rest} />;
  }
}

function nextOf(acts: readonly ProposalAct[], { state }: ProposalView): ProposalAct | undefined {
  // What is being decided is not talked about again unless somebody looks for that.
  const leading = NEXT.filter((act) => !(act === 'discuss' && state === 'deciding'));
  return leading.find((act) => acts.includes(act));
}

function wordOf(t: ReturnType<typeof useMessages<keyof typeof messages.en>>, doing: Doing): string {
  return doing === 'recommend' || doing === 'submitters' || doing === 'references'
    ? t(doing)
    : t(`act_${doing}`);
}
