import { describe, expect, it } from '@jest/globals';
import { decideEdit, decideReaction, decideWithdrawal, type Message } from './message-rules.js';
import { decideQuote } from './quotation.js';

const AUTHOR = { participant: 'author', isStaff: false };
const SPEAKER = { participant: 'speaker', isStaff: false };
const RAPPORTEUR = { participant: 'rapporteur', isStaff: true };
const SECRETARY = { participant: 'secretary', isStaff: true };

const message: Message = {
  seq: 5,
  kind: 'message',
  speaker: 'author',
  recorder: null,
  body: 'The gauge at Uchkurgan is read daily.',
  version: 1,
  isWithdrawn: false,
};
const statement: Message = { ...message, kind: 'statement', speaker: 'speaker', recorder: 'rapporteur' };
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('changing words', () => {
  it('lets an author change their own message and counts the versions', () => {
    expect(decideEdit(message, AUTHOR, 'It is read twice a day.')).toBe(2);
    expect(decideEdit({ ...message, version: 4 }, AUTHOR, 'Never.')).toBe(5);
  });

  it('refuses everybody else, staff included', () => {
    expect(() => decideEdit(message, SECRETARY, 'x')).toThrow(code('not_yours'));
    expect(() => decideWithdrawal(message, SECRETARY)).toThrow(code('not_yours'));
    expect(() => decideEdit(message, SPEAKER, 'x')).toThrow(code('not_yours'));
  });

  it('lets whoever entered a statement and staff change it, but not its speaker', () => {
    expect(decideEdit(statement, RAPPORTEUR, 'x')).toBe(2);
    expect(decideEdit(statement, { participant: 'rapporteur', isStaff: false }, 'x')).toBe(2);
    expect(decideEdit(statement, SECRETARY, 'x')).toBe(2);
    expect(() => decideWithdrawal(statement, SECRETARY)).not.toThrow();
    expect(() => decideEdit(statement, SPEAKER, 'x')).toThrow(code('not_yours'));
  });

  it('refuses to change what was withdrawn, or to withdraw it twice', () => {
    const withdrawn = { ...message, isWithdrawn: true };
    expect(() => decideEdit(withdrawn, AUTHOR, 'x')).toThrow(code('target_withdrawn'));
    expect(() => decideWithdrawal(withdrawn, AUTHOR)).toThrow(code('target_withdrawn'));
  });

  it('refuses an edit that changes nothing', () => {
    expect(() => decideEdit(message, AUTHOR, message.body)).toThrow(code('nothing_changed'));
  });
});

describe('reacting', () => {
  it('refuses what is so already, both ways', () => {
    expect(() => decideReaction(message, { reaction: '👍', on: true }, true)).toThrow(
      code('nothing_changed'),
    );
    expect(() => decideReaction(message, { reaction: '👍', on: false }, false)).toThrow(
      code('nothing_changed'),
    );
    expect(() => decideReaction(message, { reaction: '👍', on: true }, false)).not.toThrow();
  });

  it('lets a reaction to withdrawn words be taken back, but not made', () => {
    const withdrawn = { ...message, isWithdrawn: true };
    expect(() => decideReaction(withdrawn, { reaction: '👍', on: false }, true)).not.toThrow();
    expect(() => decideReaction(withdrawn, { reaction: '👍', on: true }, false)).toThrow(
      code('target_withdrawn'),
    );
  });
});

describe('quoting', () => {
  const replied = { seq: 5, texts: ['first text\nof two lines', 'second text'], isWithdrawn: false };

  it('accepts words of the newest and of an earlier text, however the lines are broken', () => {
    expect(decideQuote(replied, 'second')).toBe('second');
    expect(decideQuote(replied, 'text of  two')).toBe('text of  two');
    expect(decideQuote(replied, null)).toBeNull();
  });

  it('refuses words that never stood there', () => {
    expect(() => decideQuote(replied, 'third text')).toThrow(code('words_mismatch'));
    expect(() => decideQuote(replied, 'lines second')).toThrow(code('words_mismatch'));
  });

  it('does not bring withdrawn words back', () => {
    expect(() => decideQuote({ ...replied, isWithdrawn: true }, 'second')).toThrow(code('target_withdrawn'));
    expect(decideQuote({ ...replied, isWithdrawn: true }, null)).toBeNull();
  });
});
