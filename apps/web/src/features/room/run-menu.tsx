import { uuidV7 } from '@roundtable/client';
import type { MeetingAct, MeetingView } from '@roundtable/contracts';
import { CirclePlay, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Menu, MenuItem } from '../../ui/menu.js';
import { phone, useMediaQuery } from '../../ui/use-media-query.js';
import { messages } from './messages.js';
import { useRoom } from './room-context.js';

/** Opens, suspends and closes the meeting, for those who lead it. */
export function RunMenu() {
  const t = useMessages(messages);
  const problem = useProblem();
  const navigate = useNavigate();
  const isPhone = useMediaQuery(phone);
  const { state, may, meetingId, people } = useRoom();
  const [isAsking, setAsking] = useState(false);
  const meeting = state.record?.snapshot.meetings.meeting;
  const roles = people.get(state.me?.participant ?? '')?.roles ?? [];
  if (!meeting || !may('meetings.run') || isOver(meeting)) return null;

  const act = async (deed: MeetingAct) => {
    try {
      await api.post(`/meetings/${meetingId}/${deed}`, { clientId: uuidV7() });
    } catch (error) {
      showToast({ tone: 'error', text: problem(error) ?? '' });
    }
  };
  const isOpen = meeting.state === 'open';
  const mayClose = roles.some((role) => role === 'chair' || role === 'secretary');
  return (
    <>
      <Menu
        trigger={
          <Button variant={isOpen ? 'quiet' : 'primary'} size="small" aria-label={t('run')}>
            {isPhone ? <CirclePlay size={18} aria-hidden /> : t('run')}
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
      >
        {!isOpen && (
          <MenuItem onAction={() => void act('open')}>
            {t(meeting.state === 'suspended' ? 'resume' : 'open')}
          </MenuItem>
        )}
        {isOpen && <MenuItem onAction={() => void act('suspend')}>{t('suspend')}</MenuItem>}
        {mayClose && (isOpen || meeting.state === 'suspended') && (
          <MenuItem isDangerous onAction={() => setAsking(true)}>
            {t('close')}
          </MenuItem>
        )}
        <MenuItem onAction={() => void navigate(`/m/${meetingId}`)}>{t('toMeeting')}</MenuItem>
      </Menu>
      <ConfirmDialog
        title={t('closeTitle')}
        confirmLabel={t('close')}
        cancelLabel={t('cancel')}
        isDangerous
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={() => act('close')}
      >
        {t('closeWords')}
      </ConfirmDialog>
    </>
  );
}

function isOver({ state }: MeetingView): boolean {
  return state === 'closed' || state === 'published';
}
