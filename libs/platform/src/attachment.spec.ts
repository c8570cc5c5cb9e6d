import { describe, expect, it } from '@jest/globals';
import { dispositionOf, nameFile } from './attachment.js';

const startsAt = '2026-11-22T08:00:00.000Z';

describe('the name of an exported file', () => {
  it('says day and title', () => {
    expect(nameFile(startsAt, 'Water & Energy: the Naryn', 'md')).toBe(
      '2026-11-22-water-energy-the-naryn.md',
    );
  });

  it('holds nothing that a system or a header would take for something else', () => {
    const name = nameFile(
      startsAt,
      '../../etc/passwd"\r\nSet-Cookie: a=b; Суу “баланс”' + 'я'.repeat(300),
      'md',
    );
    expect(name).toMatch(/^[\p{L}\p{N}-]+\.md$/u);
    expect([...name].length).toBeLessThan(100);
    expect(dispositionOf(name)).toMatch(
      /^attachment; filename="[A-Za-z0-9._-]+"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/,
    );
  });

  it('has a name even where the title has no letters', () => {
    expect(nameFile(startsAt, '***', 'json')).toBe('2026-11-22-meeting.json');
  });
});
