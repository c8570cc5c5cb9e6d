import { describe, expect, it } from '@jest/globals';
import { textFrom, titleFrom } from './first-draft.js';

describe('the first draft of a proposal', () => {
  it('takes short words as the title, as one line', () => {
    expect(titleFrom('  publish the\nflow  data\tmonthly ')).toBe('publish the flow data monthly');
  });

  it('leaves the marks of Markdown out of the title', () => {
    expect(titleFrom('> **Publish** the _flow_ [data](https://example.org) of `2*3` gauges')).toBe(
      'Publish the flow data of 2*3 gauges',
    );
    expect(titleFrom('**')).toBe('**');
    expect(titleFrom('__All__ of window.__harmed, and a_b_c')).toBe('All of window.__harmed, and a_b_c');
  });

  it('leaves no proposal without a title where the words are nothing but marks', () => {
    expect(titleFrom('\n![](https://example.org/a.png)\n')).toBe('![](https://example.org/a.png)');
    expect(titleFrom('[](https://example.org)')).toBe('[](https://example.org)');
  });

  it('cuts a long title between words and says so', () => {
    const title = titleFrom(
      'Маалымат алмашуу боюнча жумушчу топ түзүлсүн, жана ал ай сайын суу ресурстарынын абалы жөнүндө отчет берсин',
    );
    expect(title).toBe('Маалымат алмашуу боюнча жумушчу топ түзүлсүн, жана ал ай сайын суу…');
    expect(title.length).toBeLessThanOrEqual(80);
  });

  it('cuts a word without end between characters, never inside one', () => {
    expect(titleFrom('水'.repeat(200))).toBe(`${'水'.repeat(79)}…`);
    expect(titleFrom('👨‍👩‍👧'.repeat(30))).toBe(`${'👨‍👩‍👧'.repeat(9)}…`);
    expect(titleFrom('é'.normalize('NFD').repeat(100))).toBe(`${'é'.normalize('NFD').repeat(39)}…`);
  });

  it('makes each passage a paragraph', () => {
    expect(textFrom(['first words ', ' second words'])).toBe('first words\n\nsecond words');
  });
});
