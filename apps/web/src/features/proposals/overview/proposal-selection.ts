import {
  PROPOSAL_STATES,
  type ProposalSubmitter,
  type ProposalState,
  type ProposalView,
} from '@roundtable/contracts';

export const VIEWS = ['table', 'board', 'document'] as const;
export type View = (typeof VIEWS)[number];
export const ORDERS = ['number', 'title', 'state', 'support', 'focusArea', 'responsible'] as const;
export type Order = (typeof ORDERS)[number];

/** Which proposals are shown and how; everything of it stands in the address. */
export interface Selection {
  view: View;
  words: string;
  state: ProposalState | null;
  focusArea: string | null;
  responsible: string | null;
  delegation: string | null;
  order: Order;
  isDescending: boolean;
}

const LONGEST = 300;

/** Reads an address; what is wrong in it is left out. */
export function readSelection(params: URLSearchParams): Selection {
  const text = (name: string) => params.get(name)?.trim().slice(0, LONGEST) || null;
  return {
    view: VIEWS.find((each) => each === params.get('view')) ?? 'table',
    words: text('q') ?? '',
    state: PROPOSAL_STATES.find((each) => each === params.get('state')) ?? null,
    focusArea: text('focus'),
    responsible: text('responsible'),
    delegation: text('delegation'),
    order: ORDERS.find((each) => each === params.get('sort')) ?? 'number',
    isDescending: params.get('down') === '1',
  };
}

/** Writes it, without what goes without saying. */
export function writeSelection(selection: Selection): URLSearchParams {
  const { view, words, state, focusArea, responsible, delegation, order, isDescending } = selection;
  const params = new URLSearchParams();
  const put = (name: string, value: string | null) => value && params.set(name, value);
  put('view', view === 'table' ? null : view);
  put('q', words);
  put('state', state);
  put('focus', focusArea);
  put('responsible', responsible);
  put('delegation', delegation);
  put('sort', order === 'number' ? null : order);
  put('down', isDescending ? '1' : null);
  return params;
}

/** True where something narrows the list. */
export function isNarrowed({ words, state, focusArea, responsible, delegation }: Selection): boolean {
  return words !== '' || [state, focusArea, responsible, delegation].some((each) => each !== null);
}

/** The proposals that are wanted, in the order wanted. Every word must occur somewhere. */
export function select(
  proposals: readonly ProposalView[],
  selection: Selection,
  locale: string,
): ProposalView[] {
  const words = selection.words.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  const { state, focusArea, responsible, delegation } = selection;
  const chosen = proposals.filter((proposal) => {
    if (state !== null && proposal.state !== state) return false;
    if (focusArea !== null && proposal.focusArea !== focusArea) return false;
    if (responsible !== null && proposal.responsible !== responsible) return false;
    if (delegation !== null && !delegationsOf(proposal).has(delegation)) return false;
    const text = wordsOf(proposal).toLocaleLowerCase(locale);
    return words.every((word) => text.includes(word));
  });
  const compare = comparison(selection.order, locale);
  const sign = selection.isDescending ? -1 : 1;
  return chosen.sort((a, b) => sign * compare(a, b) || a.number - b.number);
}

/** Delegations that submit it, or for which its words were said. */
export function delegationsOf({ life, sources }: ProposalView): ReadonlySet<string> {
  const submitting = (life?.submitters ?? []).filter(({ kind }: ProposalSubmitter) => kind === 'delegation');
  const ids = [...submitting.map(({ id }) => id), ...sources.map(({ delegation }) => delegation)];
  return new Set(ids.filter((id) => id !== null));
}

/** The sum of the positions, and how many were taken. */
export function supportOf({ positions }: ProposalView): { sum: number; count: number } {
  const sum = positions.reduce((total, { value }) => total + value, 0);
  return { sum: Math.round(sum * 100) / 100, count: positions.length };
}

/** Different values of a field, in alphabetical order. */
export function valuesOf(
  proposals: readonly ProposalView[],
  field: 'focusArea' | 'responsible',
  locale: string,
): string[] {
  const values = new Set(proposals.flatMap((proposal) => proposal[field] ?? []));
  return [...values].sort((a, b) => a.localeCompare(b, locale));
}

function comparison(order: Order, locale: string): (a: ProposalView, b: ProposalView) => number {
  switch (order) {
    case 'number':
      return (a, b) => a.number - b.number;
    case 'state':
      return (a, b) => PROPOSAL_STATES.indexOf(a.state) - PROPOSAL_STATES.indexOf(b.state);
    case 'support':
      return (a, b) => supportOf(a).sum - supportOf(b).sum;
    default:
      return (a, b) => (a[order] ?? '').localeCompare(b[order] ?? '', locale);
  }
}

function wordsOf({
  number,
  title,
  text,
  focusArea,
  responsible,
  timeline,
  life,
  sources,
}: ProposalView): string {
  const admitted = life?.admittedAs ? `p-${String(life.admittedAs)}` : '';
  const quoted = sources.map(({ words }) => words ?? '');
  return [String(number), admitted, title, text, focusArea, responsible, timeline, ...quoted].join('\n');
}
