import { createHash } from 'node:crypto';
import type { MarkedWords, ProposalSource } from '@roundtable/contracts';
import { SourceMissing, SourceWithdrawn, WordsMismatch } from './proposals.errors.js';

/** A message or a statement as the record has it now. */
export interface SourceText {
  room: string;
  seq: number;
  /** The entry that holds the newest text. */
  textSeq: number;
  text: string;
  isWithdrawn: boolean;
}

/**
 * Fixes where marked words came from: they must stand in the entry's newest text at exactly the offsets given
 * (UTF-16 code units), and nothing may be captured from words withdrawn.
 * @throws SourceMissing, SourceWithdrawn or WordsMismatch, each naming the entry.
 */
export function fixSource(marked: MarkedWords, source: SourceText | undefined): ProposalSource {
  if (!source) throw new SourceMissing(marked.seq);
  if (source.isWithdrawn) throw new SourceWithdrawn(marked.seq);
  const { from, to, words } = marked;
  if (from >= to || source.text.slice(from, to) !== words)
    throw new WordsMismatch(marked.seq, source.textSeq);
  return {
    room: source.room,
    seq: source.seq,
    textSeq: source.textSeq,
    from,
    to,
    sha256: hashWords(words),
  };
}

/** Gives the words a source stands for, null where the text that held them was removed. */
export function wordsOf(source: ProposalSource, text: string | null): string | null {
  const words = text?.slice(source.from, source.to);
  return words !== undefined && hashWords(words) === source.sha256 ? words : null;
}

/** SHA-256 of the words in UTF-8, in hex. */
export function hashWords(words: string): string {
  return createHash('sha256').update(words, 'utf8').digest('hex');
}
