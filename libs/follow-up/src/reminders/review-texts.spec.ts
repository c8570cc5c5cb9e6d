import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@roundtable/contracts';
import { writeReview } from './review-texts.js';

const PARTS = {
  name: 'Айгүл',
  meeting: 'Суу жана энергетика',
  number: '7',
  due: '2027',
  link: 'https://roundtable.example.org/m/1/follow-up',
};

describe('a letter that reminds of a review', () => {
  it.each(LANGUAGES)('names the meeting, the proposal, the day and the way there in %s', (language) => {
    const { subject, text } = writeReview(PARTS, language);
    for (const words of ['7', PARTS.meeting]) expect(subject).toContain(words);
    for (const words of Object.values(PARTS)) expect(text).toContain(words);
    expect(text).not.toMatch(/[{}]/);
    if (language !== 'en') expect(text.replace(PARTS.link, '')).not.toMatch(/[A-Za-z]/);
  });

  it('lets no name add a line, a header or a tag, or turn the writing around', () => {
    const hostile = { ...PARTS, meeting: 'X\r\nBcc: all@example.org\u202e <b>{number}</b>' };
    const { subject, text } = writeReview(hostile, 'en');
    expect(subject).toBe('Review of proposal 7: X Bcc: all@example.org <b>{number}</b>');
    expect(text).not.toMatch(/\r|\u202e/);
    expect(text.split('\n')).toHaveLength(writeReview(PARTS, 'en').text.split('\n').length);
  });
});
