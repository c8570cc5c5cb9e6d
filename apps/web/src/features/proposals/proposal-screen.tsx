import type { MeetingDetail, ProposalView } from '@roundtable/contracts';
import { useParams } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { ShellSlot } from '../../app/shell/shell-slot.js';
import { useTitle } from '../../app/use-title.js';
import { Button, ButtonLink } from '../../ui/button.js';
import layout from '../../ui/layout.module.css';
import { Name } from '../../ui/name.js';
import { PageHeader } from '../../ui/page-header.js';
import { messages } from './messages.js';
import { Captured } from './proposal-article.js';
import { ProposalOutcome, ProposalWords } from './proposal-parts.js';
import { ProposalState } from './proposal-state.js';
import { ProposalsPage } from './proposals-page.js';
import { useMeeting, useProposal } from './use-proposals.js';

/** `/m/:meeting/proposals/:number`: one proposal; its address ends up in print. */
export function ProposalScreen() {
  const { meeting = '', number = '' } = useParams();
  const t = useMessages(messages);
  useTitle(t('proposal', { number }));
  return (
    <ProposalsPage meeting={useMeeting(meeting)} content={useProposal(meeting, number)}>
      {(proposal, detail) => <Sheet proposal={proposal} detail={detail} />}
    </ProposalsPage>
  );
}

function Sheet({ proposal, detail }: { proposal: ProposalView; detail: MeetingDetail }) {
  const t = useMessages(messages);
  return (
    <>
      <ShellSlot name="title">
        <Name>{detail.meeting.title}</Name>
      </ShellSlot>
      <PageHeader
        title={<Name isWrapping>{proposal.title}</Name>}
        kicker={t('proposal', { number: String(proposal.number) })}
        meta={
          <>
            <ProposalState state={proposal.state} />
            <span>
              <Captured proposal={proposal} />
            </span>
          </>
        }
        actions={
          <>
            <ButtonLink variant="quiet" to={`/m/${detail.meeting.id}/proposals`}>
              {t('allProposals')}
            </ButtonLink>
            <Button onPress={() => window.print()}>{t('print')}</Button>
          </>
        }
      />
      <article className={layout.stackLoose}>
        <ProposalWords proposal={proposal} />
        <ProposalOutcome proposal={proposal} level={2} />
      </article>
    </>
  );
}
