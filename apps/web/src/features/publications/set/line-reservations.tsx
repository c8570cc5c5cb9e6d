import type { ReservationView, SetLineView } from '@roundtable/contracts';
import { X } from 'lucide-react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useDirectory } from '../../proposals/directory.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { ReserveDialog } from './reserve-dialog.js';
import styles from './set-table.module.css';

/** Reservations by delegation, in the order they were entered, and the way to add one. */
export function LineReservations({ line }: { line: SetLineView }) {
  const { may } = useRoom();
  const { delegations } = useDirectory();
  const t = useMessages(messages);
  return (
    <div className={styles.reservations}>
      {line.reservations.length > 0 ? (
        <ul>
          {line.reservations.map((reservation) => (
            <li key={reservation.id}>
              <bdi className={styles.delegation}>
                {delegations.get(reservation.delegation)?.name ?? t('unnamed')}
              </bdi>
              : <bdi>{reservation.text}</bdi>
              <Withdraw line={line} reservation={reservation} />
            </li>
          ))}
        </ul>
      ) : (
        !may('publications.respond') && <span>–</span>
      )}
      <ReserveDialog line={line} />
    </div>
  );
}

function Withdraw({ line, reservation }: { line: SetLineView; reservation: ReservationView }) {
  const t = useMessages(messages);
  const { client, may, people, state } = useRoom();
  const { act, isPending } = useAct();
  const { delegations } = useDirectory();
  const me = people.get(state.me?.participant ?? '');
  const isOwn = me?.delegation === reservation.delegation || may('publications.draft');
  if (!may('publications.respond') || !isOwn) return null;
  const name = delegations.get(reservation.delegation)?.name ?? t('unnamed');
  return (
    <ConfirmDialog
      title={t('withdrawReservationTitle')}
      confirmLabel={t('withdrawReservation')}
      cancelLabel={t('cancel')}
      isDangerous
      isPending={isPending}
      onConfirm={() => act(client.withdrawReservation({ line: line.id, reservation: reservation.id }))}
      trigger={
        <Button variant="icon" size="small" aria-label={t('withdrawReservationOf', { name })}>
          <X size={14} aria-hidden />
        </Button>
      }
    >
      <p>
        <bdi>{name}</bdi>: <bdi>{reservation.text}</bdi>
      </p>
    </ConfirmDialog>
  );
}
