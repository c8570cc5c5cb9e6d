import type { ProposalView } from '@roundtable/contracts';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useShortcut } from '../../../app/shortcuts/use-shortcut.js';
import { Name } from '../../../ui/name.js';
import { Table, type Column } from '../../../ui/table.js';
import { useDirectory } from '../directory.js';
import { MoveMenu } from '../life/move-menu.js';
import { AdmittedNumber } from '../life/standing.js';
import { useSubmitterName } from '../life/use-submitter-name.js';
import { ProposalStateWord } from '../proposal-state.js';
import { messages } from './messages.js';
import { openSteps } from './open-steps.js';
import { supportOf } from './proposal-selection.js';
import { signed } from './signed.js';
import styles from './proposals-table.module.css';

interface ProposalsTableProps {
  proposals: readonly ProposalView[];
  isLive: boolean;
}

/** Proposals in lines; on a phone each is a card of its own. Up and down lead from title to title. */
export function ProposalsTable({ proposals, isLive }: ProposalsTableProps) {
  const t = useMessages(messages);
  const columns = useColumns(isLive);
  const group = t('keys');
  useShortcut({ code: 'ArrowDown', label: t('keyMove'), group }, () => stepFrom(null, 1));
  useShortcut({ code: 'KeyM', label: t('keySteps'), group }, openStepsOfFocused);
  return (
    <div onKeyDown={moveByArrows}>
      <Table caption={t('table')} hideCaption columns={columns} rows={proposals} rowKey={({ id }) => id} />
    </div>
  );
}

function useColumns(isLive: boolean): Column<ProposalView>[] {
  const t = useMessages(messages);
  const { meeting } = useDirectory();
  const nameOf = useSubmitterName();
  const field = (value: string | null) => (value === null ? '–' : <Name isWrapping>{value}</Name>);
  return [
    {
      id: 'number',
      header: t('number'),
      cell: (proposal) => (
        <span className={styles.number}>
          {proposal.number} <AdmittedNumber proposal={proposal} />
        </span>
      ),
    },
    {
      id: 'title',
      header: t('title'),
      isRowHeader: true,
      cell: ({ id, number, title }) => (
        <Link
          to={`/m/${meeting.id}/proposals/${String(number)}`}
          data-card={id}
          data-number={number}
          className={styles.title}
        >
          <Name isWrapping>{title}</Name>
        </Link>
      ),
    },
    { id: 'state', header: t('state'), cell: ({ state }) => <ProposalStateWord state={state} /> },
    { id: 'focus', header: t('focusArea'), cell: ({ focusArea }) => field(focusArea) },
    { id: 'responsible', header: t('responsible'), cell: ({ responsible }) => field(responsible) },
    {
      id: 'submitters',
      header: t('submittedBy'),
      cell: ({ life }) => field(life?.submitters.map(nameOf).join(', ') || null),
    },
    {
      id: 'support',
      header: t('support'),
      cell: (proposal) => {
        const { sum, count } = supportOf(proposal);
        return count === 0 ? '–' : t('supportOf', { sum: signed(sum), count });
      },
    },
    ...(isLive
      ? [
          {
            id: 'steps',
            header: t('steps'),
            hideHeader: true,
            cell: (proposal: ProposalView) => <MoveMenu proposal={proposal} />,
          },
        ]
      : []),
  ];
}

function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const title = event.target instanceof HTMLElement ? event.target : null;
  if (step === undefined || title?.dataset['card'] === undefined) return;
  if (stepFrom(title, step)) event.preventDefault();
}

function stepFrom(title: HTMLElement | null, step: number): boolean {
  const titles = [...document.querySelectorAll<HTMLElement>('[data-card]')];
  const next = titles[title === null ? 0 : titles.indexOf(title) + step];
  next?.focus();
  return next !== undefined;
}

function openStepsOfFocused(): void {
  const number = document.activeElement instanceof HTMLElement && document.activeElement.dataset['number'];
  if (number) openSteps(number);
}
