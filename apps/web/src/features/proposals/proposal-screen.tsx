import type { MeetingDetail, ProposalView } from '@roundtable/contracts';
import { useParams } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { ShellSlot } from '../../app/shell/shell-slot.js';
import { useTitle } from '../../app/use-title.js';
import { Button, ButtonLink } from '../../ui/button.js';
import layout from '../../ui/layout.module.css';
import { Name } from '../../ui/name.js';
import { PageHeader } from '../../ui/page-header.js';
import { FollowUpPart } from '../follow-up/follow-up-part.js';
import { AmendmentsSection } from '../amendments/amendments-section.js';
import { LifeTimeline } from './life/life-timeline.js';
import { messages as lifeMessages } from './life/messages.js';
import { MoveMenu } from './life/move-menu.js';
import { AdmittedNumber, Standing } from './life/standing.js';
import { LiveProposals } from './live-proposals.js';
import { messages } from './messages.js';
import { Captured } from './proposal-article.js';
import { Part, ProposalOutcome, ProposalWords } from './proposal-parts.js';
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
      {(loaded, detail) => (
        <LiveProposals detail={detail} loaded={{ proposals: [loaded], decisions: [] }}>
          {({ proposals }, isLive) => (
            <Sheet
              proposal={proposals.find(({ id }) => id === loaded.id) ?? loaded}
              proposals={proposals}
              detail={detail}
              isLive={isLive}
            />
          )}
        </LiveProposals>
      )}
    </ProposalsPage>
  );
}

interface SheetProps {
  proposal: ProposalView;
  proposals: readonly ProposalView[];
  detail: MeetingDetail;
  isLive: boolean;
}

function Sheet({ proposal, proposals, detail, isLive }: SheetProps) {
  const t = useMessages(messages);
  const life = useMessages(lifeMessages);
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
            <AdmittedNumber proposal={proposal} />
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
            {isLive && <MoveMenu proposal={proposal} hasNext size="medium" />}
            <Button onPress={() => window.print()}>{t('print')}</Button>
          </>
        }
      />
      <article className={layout.stackLoose}>
        <ProposalWords proposal={proposal} />
        <Standing proposal={proposal} proposals={proposals} />
        <ProposalOutcome proposal={proposal} level={2} />
        <FollowUpPart proposal={proposal} />
        {isLive && <AmendmentsSection proposal={proposal} />}
        <Part title={life('life')} level={2}>
          <LifeTimeline proposal={proposal} proposals={proposals} />
        </Part>
      </article>
    </>
  );
}
