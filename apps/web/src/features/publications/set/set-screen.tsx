import { useParams } from 'react-router';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Name } from '../../../ui/name.js';
import { PageHeader } from '../../../ui/page-header.js';
import { PlenaryPage } from '../../room/plenary-page.js';
import { useRoom } from '../../room/room-context.js';
import { DownloadMenu } from '../download-menu.js';
import { messages } from '../messages.js';
import { DraftSet } from './draft-set.js';
import { SetActs } from './set-acts.js';
import { SetState } from './set-state.js';
import { SetTable } from './set-table.js';

/** `/m/:meeting/set`: the set of proposals, as a table. */
export function SetScreen() {
  const { meeting = '' } = useParams();
  const t = useMessages(messages);
  useTitle(t('set'));
  return (
    <PlenaryPage key={meeting} meetingId={meeting}>
      <SetDocument />
    </PlenaryPage>
  );
}

function SetDocument() {
  const t = useMessages(messages);
  const { state, meetingId, roomId, may } = useRoom();
  const snapshot = state.record?.snapshot;
  if (!snapshot) return null;
  const { set, lines } = snapshot.publications;
  const { meeting } = snapshot.meetings;
  const isOver = meeting.state === 'closed' || meeting.state === 'published';
  const toCommunique = (
    <ButtonLink variant="quiet" to={`/m/${meetingId}/communique`}>
      {t('communique')}
    </ButtonLink>
  );
  const back = (
    <ButtonLink variant="quiet" to={isOver ? `/m/${meetingId}/transcript` : `/m/${meetingId}/${roomId}`}>
      {t(isOver ? 'toTranscript' : 'toRoom')}
    </ButtonLink>
  );
  if (!set)
    return (
      <>
        <PageHeader title={t('set')} kicker={<Name isWrapping>{meeting.title}</Name>} actions={back} />
        <EmptyState title={t('noSet')} action={may('publications.draft') ? <DraftSet /> : undefined}>
          {t(may('publications.draft') ? 'noSetStaff' : 'noSetReader')}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        title={<bdi>{set.title}</bdi>}
        kicker={<Name isWrapping>{meeting.title}</Name>}
        meta={<SetState set={set} />}
        actions={
          <>
            {back}
            {toCommunique}
            <SetActs set={set} lines={lines} />
            <DownloadMenu meeting={meeting} what="set" title={set.title} kinds={['docx', 'pdf', 'csv']} />
            <Button variant="quiet" onPress={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      {lines.length === 0 ? (
        <EmptyState title={t('noLines')}>{t('noLinesWords')}</EmptyState>
      ) : (
        <SetTable set={set} lines={lines} />
      )}
    </>
  );
}
