/** Prints one line on stdout. */
export function say(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}

/** Prints what went wrong on stderr: a sentence, or a stack of several lines. */
export function complain(text: string): void {
  process.stderr.write(`${text.split('\n').map(printable).join('\n')}\n`);
}

/**
 * Shows control characters and those that turn the direction of writing as escapes: words of a file must not move the
 * cursor, rename the window or hide what stands beside them (CWE-150).
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
