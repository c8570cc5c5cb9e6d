import type { InvitationView, ParticipantView } from '@roundtable/contracts';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { apiHref } from '../../../app/api.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.js';
import { messages as meetingMessages } from '../messages.js';
import { downloadHref } from './download-href.js';
import { LetterDialog } from './letter-dialog.js';
import { messages } from './messages.js';
import { useLinkDeeds } from './use-people-deeds.js';

interface PersonMenuProps {
  meeting: string;
  person: ParticipantView;
  invitation: InvitationView | undefined;
  onEdit(): void;
}

type Question = 'renew' | 'revoke' | 'remove';

/** What the secretariat can do with one person and their link. */
export function PersonMenu({ meeting, person, invitation, onEdit }: PersonMenuProps) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const deeds = useLinkDeeds(meeting);
  const [asked, setAsked] = useState<Question>('renew');
  const [isAsking, setAsking] = useState(false);
  const [isReading, setReading] = useState(false);
  const { name } = person;
  const link = invitation?.link ?? null;
  const ask = (question: Question) => () => {
    setAsked(question);
    setAsking(true);
  };
  const calendar = apiHref(`/meetings/${meeting}/participants/${person.id}/invitation/calendar.ics`);
  return (
    <>
      <Menu
        trigger={
          <Button variant="icon" aria-label={t('actionsFor', { name })}>
            <MoreHorizontal size={18} aria-hidden />
          </Button>
        }
      >
        <MenuItem onAction={onEdit}>{t('change')}</MenuItem>
        {link && <MenuItem onAction={() => setReading(true)}>{t('letter')}</MenuItem>}
        {link && invitation?.email && (
          <MenuItem onAction={() => deeds.mutate({ deed: 'send', person })}>
            {t(invitation.sentAt ? 'sendAgain' : 'send')}
          </MenuItem>
        )}
        {link && <MenuItem onAction={() => downloadHref(calendar)}>{t('calendar')}</MenuItem>}
        <MenuSeparator />
        <MenuItem onAction={ask('renew')}>{t('renew')}</MenuItem>
        {link && (
          <MenuItem isDangerous onAction={ask('revoke')}>
            {t('revoke')}
          </MenuItem>
        )}
        <MenuItem isDangerous onAction={ask('remove')}>
          {t('remove')}
        </MenuItem>
      </Menu>
      <LetterDialog meeting={meeting} person={person} isOpen={isReading} onClose={() => setReading(false)} />
      <ConfirmDialog
        title={t(`${asked}Title`)}
        confirmLabel={t(asked)}
        cancelLabel={words('cancel')}
        isDangerous={asked !== 'renew'}
        isPending={deeds.isPending}
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={() => deeds.mutateAsync({ deed: asked, person })}
      >
        {t(`${asked}Words`, { name })}
      </ConfirmDialog>
    </>
  );
}
