import type { ProposalView } from '@roundtable/contracts';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useShortcut } from '../../../app/shortcuts/use-shortcut.js';
import { cardBeside, columnsOf, type BoardColumn } from './board-columns.js';
import { messages } from './messages.js';
import { openSteps } from './open-steps.js';
import { ProposalCard } from './proposal-card.js';
import styles from './proposals-board.module.css';

interface ProposalsBoardProps {
  proposals: readonly ProposalView[];
  isLive: boolean;
}

/** Proposals in columns by how far they have come. Arrow keys lead from card to card, M opens the steps. */
export function ProposalsBoard({ proposals, isLive }: ProposalsBoardProps) {
  const t = useMessages(messages);
  const board = useRef<HTMLDivElement>(null);
  const columns = columnsOf(proposals);
  const [wanted, setCurrent] = useState<string | null>(null);
  const current = proposals.some(({ id }) => id === wanted) ? wanted : cardBeside(columns, null, 'Home');
  const goTo = (id: string | null) =>
    id !== null && board.current?.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus();
  useBoardShortcuts(
    () => goTo(current),
    () => openStepsOf(proposals.find(({ id }) => id === current)),
  );
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const isOnCard = event.target instanceof HTMLElement && event.target.dataset['card'] !== undefined;
    const next = isOnCard ? cardBeside(columns, current, event.key) : null;
    if (next === null) return;
    event.preventDefault();
    goTo(next);
  };
  return (
    <div
      ref={board}
      className={styles.board}
      role="region"
      aria-label={t('board')}
      tabIndex={-1}
      onKeyDown={move}
    >
      {columns.map((column) => (
        <Column key={column.name} column={column} isLive={isLive} current={current} onCurrent={setCurrent} />
      ))}
    </div>
  );
}

interface ColumnProps {
  column: BoardColumn;
  isLive: boolean;
  current: string | null;
  onCurrent(id: string): void;
}

function Column({ column: { name, proposals }, isLive, current, onCurrent }: ColumnProps) {
  const t = useMessages(messages);
  const words = t(`column_${name}`);
  return (
    <section
      className={styles.column}
      data-empty={proposals.length === 0 || undefined}
      aria-label={t('columnCount', { name: words, count: proposals.length })}
    >
      <h2 className={styles.heading}>
        {words} <span className={styles.count}>{proposals.length}</span>
      </h2>
      {proposals.length === 0 ? (
        <p className={styles.empty}>{t('emptyColumn')}</p>
      ) : (
        <ul className={styles.cards}>
          {proposals.map((proposal) => (
            <ProposalCard
              key={proposal.id}
              proposal={proposal}
              isLive={isLive}
              isCurrent={proposal.id === current}
              showsState={name === 'decided' || name === 'aside'}
              onFocus={() => onCurrent(proposal.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Listed in the help; the arrows themselves work on a card. */
function useBoardShortcuts(goThere: () => void, openMenu: () => void): void {
  const t = useMessages(messages);
  const group = t('keys');
  useShortcut({ code: 'ArrowDown', label: t('keyMove'), group }, goThere);
  useShortcut({ code: 'ArrowUp', label: t('keyMove'), group }, goThere);
  useShortcut({ code: 'ArrowLeft', label: t('keyMove'), group }, goThere);
  useShortcut({ code: 'ArrowRight', label: t('keyMove'), group }, goThere);
  useShortcut({ code: 'KeyM', label: t('keySteps'), group }, openMenu);
}

function openStepsOf(proposal: ProposalView | undefined): void {
  if (proposal) openSteps(proposal.number);
}
