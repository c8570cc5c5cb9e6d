import type { ProposalState as State, ProposalView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { ProposalState } from '../../proposals/proposal-state.js';
import { messages } from '../messages.js';
import styles from './set-table.module.css';

const GONE: readonly State[] = ['withdrawn', 'rejected', 'not_admitted', 'merged'];

/** Proposals that may stand in the set. */
export function fitProposals(proposals: readonly ProposalView[]): ProposalView[] {
  return proposals.filter(({ state }) => !GONE.includes(state));
}

interface ProposalChoiceProps {
  proposals: readonly ProposalView[];
  chosen: ReadonlySet<string>;
  onChange(chosen: ReadonlySet<string>): void;
}

/** Proposals to tick, by number. */
export function ProposalChoice({ proposals, chosen, onChange }: ProposalChoiceProps) {
  const t = useMessages(messages);
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <fieldset className={styles.choice}>
      <legend>{t('whichProposals')}</legend>
      {proposals.map((proposal) => (
        <Checkbox
          key={proposal.id}
          isSelected={chosen.has(proposal.id)}
          onChange={(isOn) => toggle(proposal.id, isOn)}
          hint={<ProposalState state={proposal.state} />}
        >
          {String(proposal.number)}. <bdi>{proposal.title}</bdi>
        </Checkbox>
      ))}
    </fieldset>
  );
}
