import { describe, expect, it } from '@jest/globals';
import { runningHead } from './running-head.js';

describe('the head of a printed page', () => {
  it('holds the title', () => {
    expect(runningHead('Суу жана энергия')).toContain('content: "Суу жана энергия"');
  });

  it('is not left by a title that ends strings, rules or the line', () => {
    const css = runningHead('"; } body { display: none } /* \\ \n');
    expect(css).toContain(
      'content: "\\22 \\3b  \\7d  body \\7b  display\\3a  none \\7d  \\2f \\2a  \\5c  \\a "',
    );
  });

  it('cuts a long title between characters, never within one', () => {
    expect(runningHead('😀'.repeat(200))).not.toMatch(/\\d[89a-f]/);
    expect(runningHead('я'.repeat(300)).length).toBeLessThan(400);
  });
});
