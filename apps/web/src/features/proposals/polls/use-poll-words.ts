import type { BallotPick, PollThreshold, PollView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from './messages.js';
import { writeShare } from './share.js';

/** What a poll's parts are called: options that a method brings are translated, written ones stand as written. */
export function usePollWords(poll: PollView) {
  const t = useMessages(messages);
  const { people, state } = useRoom();
  const delegations = state.record?.snapshot.meetings.delegations ?? [];

  const option = (id: string): string => {
    const found = poll.options.find((one) => one.id === id);
    const key = `option_${id}`;
    if (found?.meaning && key in messages.en) return t(key as keyof typeof messages.en);
    return found?.text ?? id;
  };
  const elector = (id: string): string => {
    const name = people.get(id)?.name ?? delegations.find((one) => one.id === id)?.name;
    return name ?? '–';
  };
  const ballot = (picks: readonly BallotPick[]): string => {
    if (picks.length === 0) return t('blank');
    const isRanking = poll.method === 'ranked_irv' || poll.method === 'ranked_schulze';
    const said = picks.map(
      (pick) => `${option(pick.option)}${pick.points === null ? '' : ` (${pick.points})`}`,
    );
    return said.join(isRanking ? ' › ' : ', ');
  };
  const threshold = ({ option: id, relation, share, base, countsAbstentions }: PollThreshold): string => {
    const what = id === null ? t('leading') : option(id);
    const asked = t(`relation_${relation}`, { share: writeShare(share), base: t(`base_${base}`) });
    const isReduced = !countsAbstentions && base === 'cast';
    return `${what}: ${asked}${isReduced ? ` (${t('withoutAbstentions')})` : ''}`;
  };
  return { option, elector, ballot, threshold };
}
