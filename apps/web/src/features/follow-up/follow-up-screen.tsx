import { dayIn, type FollowUpView } from '@roundtable/contracts';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useTitle } from '../../app/use-title.js';
import { ButtonLink } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Name } from '../../ui/name.js';
import { PageHeader } from '../../ui/page-header.js';
import { useNow } from '../../ui/use-now.js';
import { PlenaryPage } from '../room/plenary-page.js';
import { useRoom } from '../room/room-context.js';
import { CsvButton } from './csv-button.js';
import { FollowUpDialog } from './follow-up-dialog.js';
import { FollowUpFilters } from './follow-up-filters.js';
import { FollowUpTable } from './follow-up-table.js';
import { messages } from './messages.js';
import { BeginFollowUp } from './plan/begin-follow-up.js';
import { useAdopted } from './plan/use-adopted.js';
import { EVERYTHING, selectFollowUps } from './select-follow-ups.js';
import { useResponsible } from './use-responsible.js';

const MINUTE_MS = 60_000;

/** `/m/:meeting/follow-up`: what became of the meeting's adopted proposals. */
export function FollowUpScreen() {
  const { meeting = '' } = useParams();
  const t = useMessages(messages);
  useTitle(t('followUp'));
  return (
    <PlenaryPage key={meeting} meetingId={meeting}>
      <FollowUpPage />
    </PlenaryPage>
  );
}

function FollowUpPage() {
  const t = useMessages(messages);
  const { state, meetingId, roomId } = useRoom();
  const snapshot = state.record?.snapshot;
  if (!snapshot) return null;
  const { meeting } = snapshot.meetings;
  const { followUps } = snapshot.followUp;
  const isOver = meeting.state === 'closed' || meeting.state === 'published';
  return (
    <>
      <PageHeader
        title={t('followUp')}
        kicker={<Name isWrapping>{meeting.title}</Name>}
        meta={t('followUpLead')}
        actions={
          <>
            <ButtonLink
              variant="quiet"
              to={isOver ? `/m/${meetingId}/transcript` : `/m/${meetingId}/${roomId}`}
            >
              {t(isOver ? 'toTranscript' : 'toRoom')}
            </ButtonLink>
            <ButtonLink variant="quiet" to="/follow-up">
              {t('allFollowUps')}
            </ButtonLink>
            {followUps.length > 0 && (
              <CsvButton path={`/meetings/${meetingId}/follow-up.csv`} name={meeting.title} />
            )}
            {followUps.length > 0 && <BeginFollowUp />}
          </>
        }
      />
      {followUps.length === 0 ? <NothingYet /> : <FollowUpList followUps={followUps} zone={meeting.zone} />}
    </>
  );
}

function NothingYet() {
  const t = useMessages(messages);
  const { may } = useRoom();
  const adopted = useAdopted();
  const words = may('follow_up.plan') ? 'noFollowUpsPlanner' : 'noFollowUpsReader';
  return (
    <EmptyState title={t('noFollowUps')} action={<BeginFollowUp />}>
      {t(adopted.length === 0 ? 'nothingAdopted' : words)}
    </EmptyState>
  );
}

function FollowUpList({ followUps, zone }: { followUps: readonly FollowUpView[]; zone: string }) {
  const t = useMessages(messages);
  const today = dayIn(zone, new Date(useNow(MINUTE_MS)));
  const nameOf = useResponsible();
  const [choice, setChoice] = useState(EVERYTHING);
  const [open, setOpen] = useOpened();
  const listed = followUps.map((followUp) => ({
    followUp,
    responsible: nameOf(followUp.responsible),
    today,
  }));
  const shown = selectFollowUps(listed, choice);
  const opened = followUps.find(({ number }) => number === open);
  return (
    <>
      <FollowUpFilters
        choice={choice}
        onChange={setChoice}
        names={listed.map(({ responsible }) => responsible)}
      />
      {shown.length === 0 ? (
        <EmptyState title={t('noneFound')}>{t('noneFoundWords')}</EmptyState>
      ) : (
        <FollowUpTable listed={shown} onOpen={setOpen} />
      )}
      {opened && <FollowUpDialog followUp={opened} today={today} onClose={() => setOpen(null)} />}
    </>
  );
}

/** Which one is open stands in the address, so that a link leads to it. */
function useOpened(): [number | null, (number: number | null) => void] {
  const [params, setParams] = useSearchParams();
  const number = Number(params.get('proposal'));
  const open = (wanted: number | null) =>
    setParams(wanted === null ? {} : { proposal: String(wanted) }, { replace: true });
  return [Number.isInteger(number) && number > 0 ? number : null, open];
}
