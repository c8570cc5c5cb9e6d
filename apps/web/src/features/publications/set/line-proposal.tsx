import type { SetLineView } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Badge } from '../../../ui/badge.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { Markdown } from '../../../ui/markdown.js';
import { useRoom } from '../../room/room-context.js';
import { ProposalSource } from '../../proposals/proposal-source.js';
import { messages } from '../messages.js';
import styles from './set-table.module.css';

/** The proposed enhancement: the words as they were frozen, and where they came from. */
export function LineProposal({ line }: { line: SetLineView }) {
  const t = useMessages(messages);
  const { state, meetingId } = useRoom();
  const proposal = state.record?.snapshot.proposals.proposals.find(({ id }) => id === line.proposal);
  const number = String(line.number);
  const addresses = new Set(line.sources.map((source) => `${source.room}/${source.seq}/${source.from}`));
  const sources = (proposal?.sources ?? []).filter((source) =>
    addresses.has(`${source.room}/${source.seq}/${source.from}`),
  );
  return (
    <div className={styles.proposal}>
      <p className={styles.lineTitle} dir="auto">
        {line.title}
      </p>
      <div className={styles.text}>
        <Markdown>{line.text}</Markdown>
      </div>
      <p className={styles.origin}>
        <Link to={`/m/${meetingId}/proposals/${number}`}>{t('proposalOf', { number })}</Link>
        {' · '}
        {t('version', { version: String(line.proposalVersion) })}
        {line.adoption && <Badge tone="ok">{t('state_adopted')}</Badge>}
        {proposal && proposal.version !== line.proposalVersion && !line.adoption && (
          <Badge tone="warn">{t('proposalMoved')}</Badge>
        )}
      </p>
      {sources.length > 0 && (
        <Disclosure summary={t('sources', { count: sources.length })}>
          {sources.map((source) => (
            <ProposalSource key={`${source.seq}/${source.from}`} source={source} />
          ))}
        </Disclosure>
      )}
    </div>
  );
}
