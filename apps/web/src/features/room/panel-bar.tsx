import { FileText, ListOrdered, Mic, Users } from 'lucide-react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { HandButton } from '../floor/hand-button.js';
import { messages } from './messages.js';
import { openPanel, type Panel } from './panel-store.js';
import { useRoom } from './room-context.js';
import styles from './panel-bar.module.css';

/** On a narrow screen: the panels at the thumb, and the hand always in reach. */
export function PanelBar() {
  const t = useMessages(messages);
  const { state } = useRoom();
  const snapshot = state.record?.snapshot;
  const panels: [Panel, typeof Users, string, number | undefined][] = [
    ['people', Users, t('people'), state.presence.length],
    ['speakers', Mic, t('speakers'), snapshot?.floor.requests.length],
    ['proposals', FileText, t('proposals'), snapshot?.proposals.proposals.length],
    ['agenda', ListOrdered, t('agenda'), undefined],
  ];
  return (
    <nav className={styles.bar} aria-label={t('panel')}>
      {panels.map(([panel, Icon, label, count]) => (
        <button key={panel} type="button" className={styles.panel} onClick={() => openPanel(panel)}>
          <span className={styles.sign}>
            <Icon size={20} aria-hidden />
            {count ? <span className={styles.count}>{count}</span> : null}
          </span>
          <span className={styles.label}>{label}</span>
        </button>
      ))}
      <HandButton />
    </nav>
  );
}
