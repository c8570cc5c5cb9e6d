import { alignRuns, endOfRuns, type SourceRun } from './source-runs.js';

/** The little of a Markdown tree that matters here. */
interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
  position?: { start: { offset?: number }; end: { offset?: number } };
  data?: { hName?: string; hProperties?: Record<string, string | number> };
}

/**
 * Remark plugin: wraps each stretch of text so that it carries its place in the source (`data-from`), and marks where
 * one of `mentioned`, a list of names, stands after an @.
 */
export function markSources({ mentioned = [] }: { mentioned?: readonly string[] } = {}) {
  const longestFirst = mentioned.map((name) => `@${name}`).sort((a, b) => b.length - a.length);
  return (tree: MarkdownNode, file: { toString(): string }): void => {
    markChildren(tree, String(file), 0, longestFirst);
  };
}

/** Answers where the parent's last child ends. Nodes that other plugins made have no position; they follow in order. */
function markChildren(
  parent: MarkdownNode,
  source: string,
  start: number,
  mentions: readonly string[],
): number {
  let place = start;
  parent.children = (parent.children ?? []).flatMap((node) => {
    const from = Math.max(place, node.position?.start.offset ?? place);
    if (node.type === 'text') {
      const runs = alignRuns(node.value ?? '', source, from);
      place = runs ? endOfRuns(runs, from) : from;
      return runs ? runs.flatMap((run) => splitAtMentions(run, mentions)).map(markedText) : [node];
    }
    if (node.value !== undefined) markLiteral(node, source, from);
    const end = node.children ? markChildren(node, source, from, mentions) : from;
    place = Math.max(end, node.position?.end.offset ?? end);
    return [node];
  });
  return place;
}

type Piece = SourceRun & { isMention?: true };

function markedText({ text, from, to, isMention }: Piece): MarkdownNode {
  const marks: Record<string, string | number> = { dataFrom: from };
  if (to !== undefined) marks['dataTo'] = to;
  if (isMention) marks['dataMention'] = '';
  return { type: 'text', value: text, data: { hName: 'span', hProperties: marks } };
}

/** Code and HTML are shown as they are; where the lines were unindented only the whole can be marked. */
function markLiteral(node: MarkdownNode, source: string, from: number): void {
  const found = source.indexOf(node.value ?? '', from);
  const end = node.position?.end.offset;
  const isExact = found >= 0 && (end === undefined || found <= end);
  const marks: Record<string, number> = isExact
    ? { dataFrom: found }
    : { dataFrom: from, dataTo: end ?? from };
  node.data = {
    ...node.data,
    ...(node.type === 'html' ? { hName: 'span' } : {}),
    hProperties: { ...node.data?.hProperties, ...marks },
  };
}

function splitAtMentions(run: SourceRun, mentions: readonly string[]): Piece[] {
  if (run.to !== undefined || !run.text.includes('@')) return [run];
  const pieces: Piece[] = [];
  let rest = 0;
  for (let index = run.text.indexOf('@'); index >= 0; index = run.text.indexOf('@', index + 1)) {
    const mention = index < rest ? undefined : mentions.find((name) => run.text.startsWith(name, index));
    if (!mention) continue;
    if (index > rest) pieces.push({ text: run.text.slice(rest, index), from: run.from + rest });
    pieces.push({ text: mention, from: run.from + index, isMention: true });
    rest = index + mention.length;
  }
  if (rest < run.text.length) pieces.push({ text: run.text.slice(rest), from: run.from + rest });
  return pieces;
}
