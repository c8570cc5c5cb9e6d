import { memo, useMemo } from 'react';
import { Markdown } from '../../ui/markdown.js';
import { markPattern } from './mark-pattern.js';
import { marksIn, splitAtMarks } from './marked-words.js';

/** Any sign that Markdown, or one of its extensions in use, gives a meaning to. */
const meaningful = /[\\`*_~[\]<>#|&@\n\t]|:\/\/|www\.|^\s*(?:[-+]|\d+[.)])(?:\s|$)|^ {4}|^\s*[-=]+\s*$/i;

/** The words of a passage, with those that were looked for marked. */
export const Words = memo(function Words({ body, pattern }: { body: string; pattern: RegExp | null }) {
  const plugins = useMemo(
    () => pattern && [[markPattern, { pattern }] as [typeof markPattern, object]],
    [pattern],
  );
  // Most of what people say has no Markdown in it; a long record scrolls smoothly because that is not parsed.
  if (meaningful.test(body)) return <Markdown plugins={(plugins ?? undefined) as never}>{body}</Markdown>;
  return (
    <p dir="auto">
      <MarkedText text={body} marks={pattern ? marksIn(body, pattern) : []} />
    </p>
  );
});

/** Text with some of it marked. */
export function MarkedText({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  if (marks.length === 0) return text;
  return splitAtMarks(text, marks).map(({ text: words, isMarked }, index) =>
    isMarked ? <mark key={index}>{words}</mark> : words,
  );
}
