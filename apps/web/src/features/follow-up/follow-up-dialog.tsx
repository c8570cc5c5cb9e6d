import type { FollowUpView } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Dialog } from '../../ui/dialog.js';
import { Facts } from '../../ui/facts.js';
import layout from '../../ui/layout.module.css';
import { Name } from '../../ui/name.js';
import { useRoom } from '../room/room-context.js';
import { Day } from './day.js';
import { messages } from './messages.js';
import { ChangeFollowUp } from './plan/change-follow-up.js';
import { NewReport } from './reports/new-report.js';
import { Timeline } from './reports/timeline.js';
import { FollowUpState, Share } from './standing.js';
import { useResponsible } from './use-responsible.js';

interface FollowUpDialogProps {
  followUp: FollowUpView;
  today: string;
  onClose(): void;
}

/** One follow-up whole: how it stands, what may be done with it, and every report. */
export function FollowUpDialog({ followUp, today, onClose }: FollowUpDialogProps) {
  const t = useMessages(messages);
  const { meetingId } = useRoom();
  const nameOf = useResponsible();
  const { number, title, dueOn, reviewOn, reason } = followUp;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="large"
      title={t('details', { number: String(number) })}
    >
      <div className={layout.stackLoose}>
        <p>
          <Link to={`/m/${meetingId}/proposals/${number}`}>
            <Name isWrapping>{title}</Name>
          </Link>
        </p>
        <Facts
          items={[
            { term: t('state'), value: <FollowUpState followUp={followUp} today={today} /> },
            { term: t('progress'), value: <Share {...followUp} /> },
            { term: t('responsible'), value: <Name isWrapping>{nameOf(followUp.responsible)}</Name> },
            { term: t('due'), value: <Day on={dueOn} /> },
            reviewOn !== null && { term: t('review'), value: <Day on={reviewOn} /> },
            reason !== null && { term: t('reason'), value: <Name isWrapping>{reason}</Name> },
          ]}
        />
        <div className={layout.row}>
          <NewReport followUp={followUp} />
          <ChangeFollowUp followUp={followUp} />
        </div>
        <Timeline followUp={followUp} />
      </div>
    </Dialog>
  );
}
