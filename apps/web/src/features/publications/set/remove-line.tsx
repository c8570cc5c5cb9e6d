import type { SetLineView, SetView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import layout from '../../../ui/layout.module.css';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { useDelegationName } from '../use-delegation-name.js';
import { LineMovedOn } from './line-moved-on.js';
import { stampOfLine } from './set-words.js';
import { useLookedAtLine } from './use-looked-at-line.js';

interface RemoveLineProps {
  set: SetView;
  line: SetLineView;
  onClose(): void;
}

/** Asks before a line is taken out of the set, and says whose reservations go with it. */
export function RemoveLine({ set, line, onClose }: RemoveLineProps) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { actOrStay, isPending } = useAct();
  const nameOf = useDelegationName();
  const { lookedAt, version, hasMovedOn, lookAgain } = useLookedAtLine(set, line, stampOfLine);
  const { reservations } = lookedAt;
  return (
    <ConfirmDialog
      isOpen
      title={t('removeLineTitle', { number: String(line.number) })}
      confirmLabel={t('removeLine')}
      cancelLabel={t('cancel')}
      isDangerous
      isPending={isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      onConfirm={() => actOrStay(client.arrangeSet({ version, remove: [line.id] }))}
    >
      <div className={layout.stack}>
        <p>{t('removeLineWords')}</p>
        {reservations.length > 0 && (
          <>
            <p>{t('removeReservations', { count: reservations.length })}</p>
            <ul>
              {reservations.map(({ id, delegation, text }) => (
                <li key={id}>
                  <bdi>{nameOf(delegation)}</bdi>: <bdi>{text}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
        {hasMovedOn && !isPending && <LineMovedOn lookedAt={lookedAt} newest={line} onGoOn={lookAgain} />}
      </div>
    </ConfirmDialog>
  );
}
