import { LIMITS, type CommuniquePart } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { useRoom } from '../../room/room-context.js';
import { useSpeakers } from '../delegation-field.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { WordsForm } from '../words-form.js';

/** Enters a reservation on a paragraph, which becomes a footnote. */
export function FootnoteDialog({ part, place }: { part: CommuniquePart; place: number }) {
  const t = useMessages(messages);
  const { client, may } = useRoom();
  const { act, isPending } = useAct();
  const [isOpen, setOpen] = useState(false);
  const speakers = useSpeakers();
  if (!may('publications.respond') || speakers.length === 0) return null;
  const label = t('reserveOnParagraph', { number: String(place) });
  return (
    <>
      <Button variant="quiet" size="small" aria-label={label} onPress={() => setOpen(true)}>
        {t('reserve')}
      </Button>
      <Dialog title={label} isOpen={isOpen} onOpenChange={setOpen}>
        <WordsForm
          label={t('reservation')}
          submitLabel={t('reserve')}
          limit={LIMITS.reservationLength}
          isPending={isPending}
          onSubmit={async (delegation, text) => {
            const result = await act(client.reserveOnCommunique({ part: part.id, delegation, text }));
            if (result.ok) setOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}
