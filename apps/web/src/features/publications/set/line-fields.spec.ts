import { describe, expect, it } from '@jest/globals';
import type { SetLineView } from '@roundtable/contracts';
import { changesIn, fieldsOf, rebaseFields, stampOfFields } from './line-fields.js';
import { stampOfLine } from './set-words.js';

const LINE = {
  focusArea: 'Gauges',
  responsible: null,
  timeline: '2027',
  reservations: [],
} as unknown as SetLineView;
const BEFORE = fieldsOf(LINE);

describe('the fields of a line while they are written', () => {
  it('send what was changed and nothing else, and what was emptied as nothing', () => {
    const fields = { focusArea: ' Gauges ', responsible: ' The ministry ', timeline: '' };
    expect(changesIn(fields, BEFORE)).toEqual({ responsible: 'The ministry', timeline: null });
    expect(changesIn(BEFORE, BEFORE)).toEqual({});
  });

  it('are the same where only a reservation was entered, and the line with it is another', () => {
    const reserved = { ...LINE, reservations: [{ text: 'Not the cost.' }] } as SetLineView;
    expect(stampOfFields(reserved)).toBe(stampOfFields(LINE));
    expect(stampOfLine(reserved)).not.toBe(stampOfLine(LINE));
    expect(stampOfFields({ ...LINE, timeline: null, responsible: '2027' })).not.toBe(stampOfFields(LINE));
  });

  it('keep what was written here upon a newer line, and take from it what was left alone', () => {
    const written = { ...BEFORE, responsible: 'The ministry' };
    const newest = { focusArea: 'Weirs', responsible: 'The commission', timeline: '' };
    expect(rebaseFields(written, BEFORE, newest)).toEqual({
      focusArea: 'Weirs',
      responsible: 'The ministry',
      timeline: '',
    });
  });
});
