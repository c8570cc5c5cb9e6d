import { describe, expect, it } from '@jest/globals';
import { applyUpdate, Doc, XmlElement } from 'yjs';
import { renderMarkdown } from './document-to-markdown.js';
import { seedState } from './seed-document.js';

const TEXT = `## Data of the upper basin

We propose **hourly** readings, *shared* by [the portal](https://example.org/a).
A second line.

- first
- second

  more of it

1. one
2. two

| Station | Flow |
| --- | --- |
| Кара-Дарыя | 12 м³/с |
| Ысык-Көл | \\| a |

> A remark

\`\`\`
x = 1
\`\`\``;

function documentOf(text: string): Doc {
  const doc = new Doc();
  applyUpdate(doc, seedState(text));
  return doc;
}

function identitiesIn(doc: Doc): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  for (const node of doc.getXmlFragment('default').createTreeWalker(() => true))
    if (node instanceof XmlElement && ['paragraph', 'heading', 'listItem'].includes(node.nodeName))
      found.push(node.getAttribute('id'));
  return found;
}

describe('The text of a document', () => {
  it('reads as the proposal it began with', () => {
    expect(renderMarkdown(documentOf(TEXT))).toBe(TEXT);
  });

  it('begins with the same bytes whoever opens it first', () => {
    expect(seedState(TEXT)).toEqual(seedState(TEXT));
  });

  it('gives each paragraph, heading and list item an identity of its own, the same for whoever opens it', () => {
    const identities = identitiesIn(documentOf(TEXT));
    // A heading, a paragraph, four items with five paragraphs, six cells and a remark.
    expect(identities).toHaveLength(18);
    expect(new Set(identities).size).toBe(18);
    for (const identity of identities) expect(identity).toMatch(/^[a-z0-9]{10}$/);
    expect(identitiesIn(documentOf(TEXT))).toEqual(identities);
    expect(identitiesIn(documentOf('Another text.'))).not.toContain(identities[0]);
  });

  it('is empty where the proposal is', () => {
    expect(renderMarkdown(documentOf(''))).toBe('');
  });

  it('keeps hostile words as words', () => {
    const hostile = '<script>alert(1)</script> ![x](http://evil.example/a.png) [y](javascript:alert(1))';
    const text = renderMarkdown(documentOf(hostile));
    expect(text).toContain('<script>alert(1)</script>');
    expect(documentOf(text).getXmlFragment('default').toString()).not.toContain('javascript:alert(1)"');
  });

  it('settles after one round, whatever the text was', () => {
    for (const odd of [
      'a*b_c',
      '# \n\ntext',
      '1) x',
      '* * *',
      'a  \nb',
      '\\[x\\]',
      '    code',
      '|a|\n|-|',
      '~~x~~',
    ]) {
      const once = renderMarkdown(documentOf(odd));
      expect(renderMarkdown(documentOf(once))).toBe(once);
    }
  });
});
