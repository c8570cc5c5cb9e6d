import type { AmendmentView, ProposalView } from '@roundtable/contracts';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import layout from '../../ui/layout.module.css';
import { Menu, MenuItem } from '../../ui/menu.js';
import { useMover } from '../proposals/life/use-mover.js';
import { ActDialog } from './act-dialog.js';
import { messages } from './messages.js';
import { possibleActs, type AmendmentAct } from './possible-acts.js';
import { PromoteDialog } from './promote-dialog.js';
import { RebaseDialog } from './rebase-dialog.js';
import type { Amendments } from './use-amendments.js';

interface AmendmentMenuProps {
  amendment: AmendmentView;
  proposal: ProposalView;
  all: Amendments;
}

/** What one may do with an amendment. Nothing where that is nothing. */
export function AmendmentMenu({ amendment, proposal, all }: AmendmentMenuProps) {
  const t = useMessages(messages);
  const [doing, setDoing] = useState<AmendmentAct | null>(null);
  const acts = possibleActs(amendment, proposal, useMover());
  // A dialog stays while somebody else acts, to say what happened.
  if (acts.length === 0 && doing === null) return null;
  const isNeeded = acts.includes('rebase');
  const listed = acts.filter((act) => act !== 'rebase');
  return (
    <span className={layout.row}>
      {isNeeded && (
        <Button size="small" variant="primary" onPress={() => setDoing('rebase')}>
          {t('act_rebase')}
        </Button>
      )}
      {listed.length > 0 && (
        <Menu
          trigger={
            <Button size="small" aria-label={t('stepsOf', { label: amendment.label })}>
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
        </Menu>
      )}
      {doing && (
        <Doing
          act={doing}
          amendment={amendment}
          proposal={proposal}
          all={all}
          onClose={() => setDoing(null)}
        />
      )}
    </span>
  );
}

function Doing({ act, all, ...rest }: AmendmentMenuProps & { act: AmendmentAct; onClose(): void }) {
  if (act === 'rebase') return <RebaseDialog {...rest} amendments={all.amendments} />;
  if (act === 'promote') return <PromoteDialog {...rest} />;
  return <ActDialog act={act} {...rest} />;
}
