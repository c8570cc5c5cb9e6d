/** A chord by physical key (`event.code`), so that it works the same on a Latin and on a Cyrillic layout. */
export interface Chord {
  /** `KeyP`, `Slash`, `ArrowUp`, `Escape` ... */
  code: string;
  shift?: boolean;
  alt?: boolean;
  /** Ctrl, or Command on a Mac. */
  ctrl?: boolean;
}

export interface Shortcut extends Chord {
  /** What it does, translated; shown in the help. */
  label: string;
  /** Heading in the help, translated. */
  group?: string;
  /** Works while typing in a field or inside a dialog, menu or list as well. */
  inFields?: boolean;
  handle: (event: KeyboardEvent) => void;
}

export type Pressed = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

export function matchesChord(pressed: Pressed, chord: Chord): boolean {
  return (
    pressed.code === chord.code &&
    pressed.shiftKey === Boolean(chord.shift) &&
    pressed.altKey === Boolean(chord.alt) &&
    (pressed.ctrlKey || pressed.metaKey) === Boolean(chord.ctrl)
  );
}

/** Whether a speech-input user could set it off by accident; only these are silenced by the preference (WCAG 2.1.4). */
export function isCharacterShortcut(chord: Chord): boolean {
  const printable =
    /^(Key|Digit|Numpad|Slash|Backslash|Period|Comma|Semicolon|Quote|Minus|Equal|Bracket|Backquote)/;
  return !chord.ctrl && !chord.alt && printable.test(chord.code);
}

const symbols: Record<string, string> = {
  Slash: '/',
  Backslash: '\\',
  Period: '.',
  Comma: ',',
  Semicolon: ';',
  Quote: "'",
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backquote: '`',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The keys of a chord as they are printed on a keyboard, one string a key. */
export function keysOf(chord: Chord, isMac = false): string[] {
  const key = symbols[chord.code] ?? chord.code.replace(/^(Key|Digit)/, '');
  const modifiers = [
    chord.ctrl && (isMac ? '⌘' : 'Ctrl'),
    chord.alt && (isMac ? '⌥' : 'Alt'),
    chord.shift && (isMac ? '⇧' : 'Shift'),
  ];
  return [...modifiers.filter((name): name is string => Boolean(name)), key];
}
