import { describe, expect, it } from '@jest/globals';
import { plainParagraphs } from './plain-paragraphs.js';

describe('plain paragraphs', () => {
  it.each([
    ['**Publish** the _data_ monthly', ['Publish the data monthly']],
    ['# Heading\n\nText\nmore', ['Heading', 'Text', 'more']],
    ['- one\n* two\n1. three', ['• one', '• two', '1. three']],
    ['See [the plan](https://example.org/plan "x").', ['See the plan.']],
    ['a_name_with_underscores and 2*3*4', ['a_name_with_underscores and 2*3*4']],
    ['\\[kept\\] and #panic("x") $x$ @ref', ['[kept] and #panic("x") $x$ @ref']],
    ['<script>alert(1)</script>', ['<script>alert(1)</script>']],
    ['', []],
  ])('of %j are %j', (markdown, expected) => {
    expect(plainParagraphs(markdown)).toEqual(expected);
  });
});
