import { dayIn, type FollowUpView, type ProposalView } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../app/api.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Facts } from '../../ui/facts.js';
import layout from '../../ui/layout.module.css';
import { Name } from '../../ui/name.js';
import { useDirectory } from '../proposals/directory.js';
import { Part } from '../proposals/proposal-parts.js';
import { Day } from './day.js';
import { messages } from './messages.js';
import { FollowUpState, Share } from './standing.js';
import { useResponsible } from './use-responsible.js';

/** On a proposal's page: what became of it since it was adopted; nothing where it was not. */
export function FollowUpPart({ proposal }: { proposal: ProposalView }) {
  const { id: meetingId } = useDirectory().meeting;
  const { data } = useQuery({
    queryKey: ['meeting', meetingId, 'follow-up'],
    queryFn: ({ signal }) => api.get<FollowUpView[]>(`/meetings/${meetingId}/follow-up`, { signal }),
  });
  const found = data?.find((each) => each.proposal === proposal.id);
  const isAdopted = proposal.state === 'adopted' || proposal.state === 'adopted_as_amended';
  if (!data || !(found || isAdopted)) return null;
  return <Told followUp={found ?? null} />;
}

function Told({ followUp }: { followUp: FollowUpView | null }) {
  const t = useMessages(messages);
  const { meeting } = useDirectory();
  const nameOf = useResponsible();
  const path = `/m/${meeting.id}/follow-up${followUp ? `?proposal=${followUp.number}` : ''}`;
  return (
    <Part title={t('followUp')} level={2}>
      <div className={layout.stack}>
        {followUp ? (
          <Facts
            items={[
              {
                term: t('state'),
                value: <FollowUpState followUp={followUp} today={dayIn(meeting.zone, new Date())} />,
              },
              { term: t('progress'), value: <Share {...followUp} /> },
              { term: t('responsible'), value: <Name isWrapping>{nameOf(followUp.responsible)}</Name> },
              { term: t('due'), value: <Day on={followUp.dueOn} /> },
              followUp.latest && {
                term: t('latest'),
                value: <Name isWrapping>{followUp.latest.words}</Name>,
              },
            ]}
          />
        ) : (
          <p>{t('notFollowed')}</p>
        )}
        <p>
          <Link to={path}>{t('toFollowUp')}</Link>
        </p>
      </div>
    </Part>
  );
}
