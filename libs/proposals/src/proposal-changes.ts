import {
  OPEN_PROPOSAL_STATES,
  type ChangeProposal,
  type ProposalState,
  type ProposalView,
} from '@roundtable/contracts';
import { demandWriter, type ActingPerson, type WrittenProposal } from './life/acting-person.js';
import { LinkWrong, NotSubmitter } from './life/life.errors.js';
import { demandMove, lifeOf, withLife } from './life/proposal-life.js';
import { NothingChanged, ProposalStateForbids, StaleVersion } from './proposals.errors.js';

const FIELDS = ['title', 'text', 'focusArea', 'responsible', 'timeline'] as const;
const LINKS = ['submitters', 'references'] as const;

type Changes = Pick<ChangeProposal, 'version' | (typeof FIELDS)[number] | (typeof LINKS)[number]>;

/** States in which nothing is decided and nothing is being decided. */
const CHANGEABLE: readonly ProposalState[] = OPEN_PROPOSAL_STATES;

/**
 * Applies what was changed on the version given. Sources stay as they are, for good.
 * @throws ProposalStateForbids, NotSubmitter, ProposalFrozen, StaleVersion (with the current one), LinkWrong or
 *   NothingChanged
 */
export function changeProposal(proposal: ProposalView, changes: Changes, person: ActingPerson): ProposalView {
  demandWritable(proposal, person);
  if (changes.version !== proposal.version) throw new StaleVersion(proposal);
  const links = LINKS.filter((field) => changes[field] !== undefined);
  if (links.length > 0 && !person.isStaff) throw new NotSubmitter(proposal);
  const changed = FIELDS.filter(
    (field) => changes[field] !== undefined && changes[field] !== proposal[field],
  );
  const values = Object.fromEntries(changed.map((field) => [field, changes[field]]));
  const relinked = changeLinks(proposal, changes);
  if (changed.length === 0 && relinked === proposal) throw new NothingChanged(proposal);
  return { ...relinked, ...values, version: proposal.version + 1 };
}

/**
 * Lets through who may write a proposal's words in the state that it is in. Also asked of those who draft it together.
 * @throws ProposalStateForbids, NotSubmitter or ProposalFrozen
 */
export function demandWritable(proposal: WrittenProposal, person: ActingPerson): void {
  if (!CHANGEABLE.includes(proposal.state)) throw new ProposalStateForbids(proposal);
  demandWriter(proposal, person);
}

/** Takes a proposal back; its number stays used. @throws MoveNotPossible or NotSubmitter */
export function withdrawProposal(
  proposal: ProposalView,
  reason: string | null,
  person: ActingPerson,
): ProposalView {
  demandMove(proposal, 'withdraw', { person, reason });
  return { ...proposal, state: 'withdrawn', version: proposal.version + 1 };
}

function changeLinks(proposal: ProposalView, { submitters, references }: Changes): ProposalView {
  const life = lifeOf(proposal);
  const wanted = {
    submitters: submitters?.map(({ kind, id }) => ({ kind, id })) ?? life.submitters,
    references:
      references?.map(({ kind, proposal: other }) => ({ kind, proposal: other })) ?? life.references,
  };
  demandOnce(
    'submitters',
    wanted.submitters.map(({ id }) => id),
  );
  demandOnce(
    'references',
    wanted.references.map(({ proposal: other }) => other),
  );
  if (wanted.references.some(({ proposal: other }) => other === proposal.id))
    throw new LinkWrong('references', 'itself', proposal.id);
  const isSame = LINKS.every((field) => JSON.stringify(wanted[field]) === JSON.stringify(life[field]));
  return isSame ? proposal : withLife(proposal, wanted);
}

function demandOnce(field: (typeof LINKS)[number], ids: (string | null)[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new LinkWrong(field, 'twice', twice);
}
