import type { CommuniqueView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { instantOfWall, wallOfInstant } from '../../../app/i18n/wall-time.js';
import { Button } from '../../../ui/button.js';
import { DateTimeField } from '../../../ui/date-time-field.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { useLookedAt, versionOf } from '../../../ui/use-looked-at.js';
import { useDirectory } from '../../proposals/directory.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { CommuniqueMovedOn } from './communique-moved-on.js';

const USUAL_MS = 3 * 24 * 60 * 60 * 1000;

/** Begins a silence procedure; the time is meant on the clock of the meeting's zone. */
export function CirculateDialog({ communique }: { communique: CommuniqueView }) {
  const t = useMessages(messages);
  return (
    <Dialog title={t('circulateTitle')} trigger={<Button>{t('circulate')}</Button>}>
      {(close) => <CirculateForm communique={communique} onDone={close} />}
    </Dialog>
  );
}

function CirculateForm({ communique, onDone }: { communique: CommuniqueView; onDone(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { zone } = useDirectory().meeting;
  const { act, isPending } = useAct();
  const { lookedAt, hasMovedOn, lookAgain } = useLookedAt(communique, versionOf);
  const [wall, setWall] = useState<string | null>(() =>
    wallOfInstant(new Date(Date.now() + USUAL_MS), zone).slice(0, 16),
  );
  const [error, setError] = useState<string | null>(null);

  const send = async () => {
    const until = wall === null ? null : instantOfWall(wall, zone);
    if (!until || until.getTime() <= Date.now()) return setError(t('untilMissing'));
    setError(null);
    const words = { version: lookedAt.version, until: until.toISOString() };
    const result = await act(client.circulate(words), t('circulated'));
    if (result.ok) onDone();
  };
  return (
    <Form onSubmit={() => void send()}>
      <p>{t('circulateWords')}</p>
      <DateTimeField
        label={t('untilMeeting')}
        value={wall}
        onChange={setWall}
        description={zone}
        error={error}
      />
      {hasMovedOn && !isPending && (
        <CommuniqueMovedOn lookedAt={lookedAt} newest={communique} onGoOn={lookAgain} />
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('circulate')}
        </Button>
      </div>
    </Form>
  );
}
