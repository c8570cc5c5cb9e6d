import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { complain, printable, say } from './terminal.js';

describe('what is printed on the terminal', () => {
  afterEach(() => void jest.restoreAllMocks());

  it.each([
    ['a colour', '\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
    ['a window title', '\u001b]0;pwned\u0007', '\\u001b]0;pwned\\u0007'],
    ['one of the second set', '\u009b2J', '\\u009b2J'],
    ['a backspace', 'yes\b\b\bno', 'yes\\u0008\\u0008\\u0008no'],
    ['a line of its own', 'end\nok: all imported', 'end\\u000aok: all imported'],
    ['another direction', 'a\u202egol.c', 'a\\u202egol.c'],
  ])('shows %s as an escape', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('leaves words of all languages as they are', () => {
    const words = 'Өзөндүн деңгээли — 12 °C, «сув» 水位 👍';
    expect(printable(words)).toBe(words);
  });

  it('keeps the lines of a stack, and only those', () => {
    const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    complain('Error: \u001b[2J\n    at here');
    expect(written).toHaveBeenCalledWith('Error: \\u001b[2J\n    at here\n');
  });

  it('is one line for each time something is said', () => {
    const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    say('line 1 was not understood: \r\u001b[1A');
    expect(written).toHaveBeenCalledWith('line 1 was not understood: \\u000d\\u001b[1A\n');
  });
});
