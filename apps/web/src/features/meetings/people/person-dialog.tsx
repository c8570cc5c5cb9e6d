import type { MeetingDetail, ParticipantView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Dialog } from '../../../ui/dialog.js';
import { messages } from './messages.js';
import { PersonForm } from './person-form.js';

interface PersonDialogProps {
  detail: MeetingDetail;
  /** Who is changed, or that somebody new is added; null while the dialog is closed. */
  person: ParticipantView | 'new' | null;
  /** Undefined where it is not known, as for people who sign in by password. */
  email: string | null | undefined;
  onClose(): void;
}

/** Adds people one after the other, or changes one. */
export function PersonDialog({ detail, person, email, onClose }: PersonDialogProps) {
  const t = useMessages(messages);
  return (
    <Dialog
      title={t(person === 'new' ? 'addPerson' : 'changePerson')}
      isOpen={person !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <PersonForm detail={detail} person={person === 'new' ? null : person} email={email} onDone={onClose} />
    </Dialog>
  );
}
