import type { MeetingDetail, RoomSnapshot } from '@roundtable/contracts';
import { useParams } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { ShellSlot } from '../../app/shell/shell-slot.js';
import { useTitle } from '../../app/use-title.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Name } from '../../ui/name.js';
import { PageHeader } from '../../ui/page-header.js';
import { Time } from '../../ui/time.js';
import { DecisionNote } from './decision-note.js';
import { messages } from './messages.js';
import { ProposalArticle } from './proposal-article.js';
import { ProposalsPage } from './proposals-page.js';
import { useMeeting, useProposals } from './use-proposals.js';
import styles from './proposals-screen.module.css';

/** `/m/:meeting/proposals`: all proposals as one document, each with its provenance. */
export function ProposalsScreen() {
  const { meeting = '' } = useParams();
  const t = useMessages(messages);
  useTitle(t('proposals'));
  return (
    <ProposalsPage meeting={useMeeting(meeting)} content={useProposals(meeting)}>
      {(content, detail) => <Document content={content} detail={detail} />}
    </ProposalsPage>
  );
}

function Document({ content, detail }: { content: RoomSnapshot['proposals']; detail: MeetingDetail }) {
  const t = useMessages(messages);
  const { proposals, decisions } = content;
  const alone = decisions.filter(({ proposal }) => proposal === null);
  return (
    <>
      <ShellSlot name="title">
        <Name>{detail.meeting.title}</Name>
      </ShellSlot>
      <PageHeader
        title={t('proposals')}
        kicker={<Name isWrapping>{detail.meeting.title}</Name>}
        meta={<DocumentLead detail={detail} count={proposals.length} />}
        actions={<DocumentActions detail={detail} />}
      />
      {proposals.length === 0 && <EmptyState title={t('emptyTitle')}>{t('emptyReader')}</EmptyState>}
      {proposals.map((proposal) => (
        <ProposalArticle key={proposal.id} proposal={proposal} />
      ))}
      {alone.length > 0 && (
        <section className={styles.decisions} aria-labelledby="decisions">
          <h2 id="decisions">{t('decisions')}</h2>
          {alone.map((decision) => (
            <DecisionNote key={decision.id} decision={decision} />
          ))}
        </section>
      )}
    </>
  );
}

function DocumentLead({ detail, count }: { detail: MeetingDetail; count: number }) {
  const t = useMessages(messages);
  const { startsAt, zone } = detail.meeting;
  return (
    <>
      <Time at={startsAt} zone={zone} show="date" />
      {count > 0 && <span>{t('documentLead', { count })}</span>}
    </>
  );
}

function DocumentActions({ detail }: { detail: MeetingDetail }) {
  const t = useMessages(messages);
  const { id, state, plenary } = detail.meeting;
  const isOver = state === 'closed' || state === 'published';
  return (
    <>
      <ButtonLink variant="quiet" to={isOver ? `/m/${id}/transcript` : `/m/${id}/${plenary}`}>
        {t(isOver ? 'toTranscript' : 'toRoom')}
      </ButtonLink>
      <Button onPress={() => window.print()}>{t('print')}</Button>
    </>
  );
}
