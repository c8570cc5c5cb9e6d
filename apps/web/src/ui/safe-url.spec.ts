import { describe, expect, it } from '@jest/globals';
import { safeUrl } from './safe-url.js';

describe('safe addresses', () => {
  it('lets pages and mail through', () => {
    expect(safeUrl('https://example.org/a?b#c')).toBe('https://example.org/a?b#c');
    expect(safeUrl('mailto:desk@example.org')).toBe('mailto:desk@example.org');
  });

  it('refuses everything that runs, embeds, reads files or hides its target', () => {
    const hostile = [
      'javascript:alert(1)',
      'java\tscript:alert(1)',
      ' \u0001javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://example.org/1',
      'https://bank.example@evil.example/',
      '/relative',
      '//evil.example',
      '',
    ];
    for (const address of hostile) expect(safeUrl(address)).toBeNull();
  });
});
