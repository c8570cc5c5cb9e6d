import { describe, expect, it } from '@jest/globals';
import { isCharacterShortcut, keysOf, matchesChord, type Pressed } from './shortcut.js';

const press = (code: string, held: Partial<Pressed> = {}): Pressed => ({
  code,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

describe('shortcuts', () => {
  it('listen to the physical key whatever the layout writes', () => {
    expect(matchesChord({ ...press('KeyP'), key: 'з' } as Pressed, { code: 'KeyP' })).toBe(true);
  });

  it('want exactly the modifiers they name', () => {
    expect(matchesChord(press('KeyP', { ctrlKey: true }), { code: 'KeyP' })).toBe(false);
    expect(matchesChord(press('KeyP', { shiftKey: true }), { code: 'KeyP' })).toBe(false);
    expect(matchesChord(press('KeyK', { metaKey: true }), { code: 'KeyK', ctrl: true })).toBe(true);
  });

  it('count as single characters unless Ctrl or Alt is held or the key prints nothing', () => {
    expect(isCharacterShortcut({ code: 'KeyP' })).toBe(true);
    expect(isCharacterShortcut({ code: 'Slash', shift: true })).toBe(true);
    expect(isCharacterShortcut({ code: 'KeyK', ctrl: true })).toBe(false);
    expect(isCharacterShortcut({ code: 'Escape' })).toBe(false);
  });

  it('are shown by the names printed on the keys', () => {
    expect(keysOf({ code: 'KeyY', ctrl: true, shift: true })).toEqual(['Ctrl', 'Shift', 'Y']);
    expect(keysOf({ code: 'Slash' })).toEqual(['/']);
    expect(keysOf({ code: 'KeyK', ctrl: true }, true)).toEqual(['⌘', 'K']);
  });
});
