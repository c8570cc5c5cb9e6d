import type { ProposalState, ProposalStep, ProposalView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { messages as proposalWords } from '../messages.js';
import { messages } from './messages.js';

/** Tells a step of a proposal's life in a few words. */
export function useStepWords(proposals: readonly ProposalView[]): (step: ProposalStep) => string {
  const t = useMessages(messages);
  const words = useMessages(proposalWords);
  const stateOf = (state: ProposalState) => words(`state_${state}`);
  const numberOf = (id: string | null) => String(proposals.find((each) => each.id === id)?.number ?? '–');
  return ({ kind, act, to, other, referredTo, advice, admittedAs }) => {
    const state = stateOf(to);
    switch (kind) {
      case 'captured':
        return t('did_captured');
      case 'decided':
        return t('did_decide', { state });
      case 'sourced':
        return other === null ? t('did_sourced') : t('did_sourced_merged', { other: numberOf(other) });
      case 'recommended':
        return t('did_recommended', { advice: t(`advice_${advice ?? 'none'}`) });
      case 'moved':
        return act === null
          ? t('did_poll', { state })
          : t(`did_${act}`, {
              state,
              number: String(admittedAs ?? '–'),
              other: numberOf(other),
              body: `\u2068${referredTo ?? '–'}\u2069`,
            });
    }
  };
}
