import type { ProposalState, ProposalView } from '@roundtable/contracts';

/** The columns of the board, in the order in which a proposal goes through them. */
export const COLUMNS = {
  captured: ['captured'],
  submitted: ['submitted'],
  admitted: ['admitted'],
  under_discussion: ['under_discussion'],
  deciding: ['deciding'],
  decided: ['adopted', 'adopted_as_amended', 'rejected', 'not_decided'],
  aside: ['referred', 'adjourned', 'not_admitted', 'merged', 'withdrawn'],
} as const satisfies Record<string, readonly ProposalState[]>;
export type ColumnName = keyof typeof COLUMNS;

export interface BoardColumn {
  name: ColumnName;
  proposals: ProposalView[];
}

/** Sorts proposals into the columns of the board; every proposal is in exactly one. */
export function columnsOf(proposals: readonly ProposalView[]): BoardColumn[] {
  return (Object.keys(COLUMNS) as ColumnName[]).map((name) => {
    const states: readonly ProposalState[] = COLUMNS[name];
    return { name, proposals: proposals.filter(({ state }) => states.includes(state)) };
  });
}

/** Where the arrow keys lead: within a column up and down, else to the next column that has cards, as high as it goes. */
export function cardBeside(columns: readonly BoardColumn[], id: string | null, key: string): string | null {
  const filled = columns.filter(({ proposals }) => proposals.length > 0);
  const column = filled.findIndex(({ proposals }) => proposals.some((each) => each.id === id));
  const first = filled[0]?.proposals[0]?.id ?? null;
  if (column < 0) return first;
  const cards = filled[column]?.proposals ?? [];
  const row = cards.findIndex((each) => each.id === id);
  switch (key) {
    case 'ArrowDown':
      return cards[row + 1]?.id ?? null;
    case 'ArrowUp':
      return cards[row - 1]?.id ?? null;
    case 'Home':
      return cards[0]?.id ?? null;
    case 'End':
      return cards.at(-1)?.id ?? null;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const beside = filled[column + (key === 'ArrowRight' ? 1 : -1)]?.proposals;
      return beside?.[Math.min(row, beside.length - 1)]?.id ?? null;
    }
    default:
      return null;
  }
}
