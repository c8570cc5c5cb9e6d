import { useState } from 'react';
import { useParams } from 'react-router';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Name } from '../../../ui/name.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ToggleButton } from '../../../ui/toggle-button.js';
import { PlenaryPage } from '../../room/plenary-page.js';
import { useRoom } from '../../room/room-context.js';
import { DownloadMenu } from '../download-menu.js';
import { messages } from '../messages.js';
import { CommuniqueActs } from './communique-acts.js';
import { CommuniqueState } from './communique-state.js';
import { CommuniqueText } from './communique-text.js';
import { DraftCommunique } from './draft-communique.js';
import { SilenceBanner } from './silence-banner.js';

/** `/m/:meeting/communique`: the text as it is negotiated, or clean. */
export function CommuniqueScreen() {
  const { meeting = '' } = useParams();
  const t = useMessages(messages);
  useTitle(t('communique'));
  return (
    <PlenaryPage key={meeting} meetingId={meeting}>
      <CommuniqueDocument />
    </PlenaryPage>
  );
}

function CommuniqueDocument() {
  const t = useMessages(messages);
  const { state, meetingId, may } = useRoom();
  const [isClean, setClean] = useState(false);
  const snapshot = state.record?.snapshot;
  if (!snapshot) return null;
  const { communique } = snapshot.publications;
  const { meeting } = snapshot.meetings;
  const toSet = (
    <ButtonLink variant="quiet" to={`/m/${meetingId}/set`}>
      {t('set')}
    </ButtonLink>
  );
  const kicker = <Name isWrapping>{meeting.title}</Name>;
  if (!communique)
    return (
      <>
        <PageHeader title={t('communique')} kicker={kicker} actions={toSet} />
        <EmptyState
          title={t('noCommunique')}
          action={may('publications.draft') ? <DraftCommunique /> : undefined}
        >
          {t(may('publications.draft') ? 'noCommuniqueStaff' : 'noCommuniqueReader')}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        title={<bdi>{communique.title}</bdi>}
        kicker={kicker}
        meta={<CommuniqueState communique={communique} />}
        actions={
          <>
            {toSet}
            <ToggleButton isSelected={isClean} onChange={setClean}>
              {t('cleanView')}
            </ToggleButton>
            <CommuniqueActs communique={communique} />
            <DownloadMenu
              meeting={meeting}
              what="communique"
              title={communique.title}
              kinds={['docx', 'pdf']}
              isClean={isClean}
            />
            <Button variant="quiet" onPress={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      <SilenceBanner communique={communique} />
      <CommuniqueText communique={communique} isClean={isClean} />
    </>
  );
}
