import type { FollowUpFile, FollowUpProof, ProofWish } from '@roundtable/contracts';
import { ProofWrong } from './follow-up.errors.js';

const LONGEST_ADDRESS = 2_000;

/**
 * Makes proofs of what was sent, in that order: addresses in the one form that browsers open them in, files as they
 * were found to be.
 * @throws ProofWrong
 */
export function settleProofs(
  wishes: readonly ProofWish[],
  files: ReadonlyMap<string, FollowUpFile>,
): FollowUpProof[] {
  return wishes.map((wish, index) =>
    wish.kind === 'link' ? linkOf(wish, index) : { kind: 'file', file: fileOf(wish, index, files) },
  );
}

function linkOf({ url, title, file }: ProofWish, index: number): FollowUpProof {
  if (file)
    throw new ProofWrong(index, 'file', 'A link has an address and no file. Send them as two proofs.');
  if (!url) throw new ProofWrong(index, 'url', 'Give the address of the page.');
  return { kind: 'link', url: addressOf(url, index), title: title?.trim() || null };
}

/** Only https, and no name or password before the host: they make an address look like another one's. */
function addressOf(text: string, index: number): string {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (!address) throw new ProofWrong(index, 'url', 'This is no address of a page. It begins with https://.');
  if (address.protocol !== 'https:')
    throw new ProofWrong(index, 'url', 'Only addresses that begin with https:// are taken.');
  if (address.username || address.password)
    throw new ProofWrong(index, 'url', 'The address holds a user name or a password. Leave them out.');
  if (address.href.length > LONGEST_ADDRESS)
    throw new ProofWrong(index, 'url', `The address is longer than ${LONGEST_ADDRESS} characters.`);
  return address.href;
}

function fileOf(
  { file, url }: ProofWish,
  index: number,
  files: ReadonlyMap<string, FollowUpFile>,
): FollowUpFile {
  if (url) throw new ProofWrong(index, 'url', 'A file has no address. Send them as two proofs.');
  const found = file ? files.get(file) : undefined;
  if (!found)
    throw new ProofWrong(index, 'file', 'There is no such file, or it was not yours. Upload it again.');
  return found;
}
