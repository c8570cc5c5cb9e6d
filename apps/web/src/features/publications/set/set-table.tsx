import type { SetLineView, SetView } from '@roundtable/contracts';
import { GripVertical } from 'lucide-react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import hidden from '../../../ui/visually-hidden.module.css';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { LineMenu } from './line-menu.js';
import { LineProposal } from './line-proposal.js';
import { LineReservations } from './line-reservations.js';
import { LineSupport } from './line-support.js';
import styles from './set-table.module.css';
import { useLineOrder } from './use-line-order.js';

interface SetTableProps {
  set: SetView;
  lines: readonly SetLineView[];
}

/** The set as the field prints it; on a phone each line is a card. */
export function SetTable({ set, lines }: SetTableProps) {
  const t = useMessages(messages);
  const { may } = useRoom();
  const order = useLineOrder(set, lines);
  const mayDraft = may('publications.draft') && set.state === 'draft';
  return (
    <div className={styles.scroller} role="region" aria-label={t('set')} tabIndex={0}>
      {mayDraft && (
        <p id="how-to-move" className={hidden.hidden}>
          {t('howToMove')}
        </p>
      )}
      <table className={styles.table}>
        <caption className={hidden.hidden}>
          <bdi>{set.title}</bdi>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('focusArea')}</th>
            <th scope="col">{t('enhancement')}</th>
            <th scope="col">{t('responsible')}</th>
            <th scope="col">{t('timeline')}</th>
            <th scope="col">{t('support')}</th>
            <th scope="col">{t('reservations')}</th>
            <th scope="col" className={styles.screenOnly}>
              <span className={hidden.hidden}>{t('acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.id} {...(mayDraft && order.rowOf(line.id))}>
              <td className={styles.place}>
                <span>{index + 1}</span>
                {mayDraft && (
                  <button
                    type="button"
                    className={styles.handle}
                    aria-label={t('moveLine', { number: String(line.number) })}
                    aria-describedby="how-to-move"
                    {...order.handleOf(line.id)}
                  >
                    <GripVertical size={16} aria-hidden />
                  </button>
                )}
              </td>
              <td data-label={t('focusArea')}>
                <bdi>{line.focusArea ?? '–'}</bdi>
              </td>
              <th scope="row" data-label={t('enhancement')}>
                <LineProposal line={line} />
              </th>
              <td data-label={t('responsible')}>
                <bdi>{line.responsible ?? '–'}</bdi>
              </td>
              <td data-label={t('timeline')}>
                <bdi>{line.timeline ?? '–'}</bdi>
              </td>
              <td data-label={t('support')}>
                <LineSupport support={line.support} />
              </td>
              <td data-label={t('reservations')}>
                <LineReservations line={line} />
              </td>
              <td className={styles.screenOnly}>
                <LineMenu set={set} lines={lines} line={line} onMove={(step) => order.by(line.id, step)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
