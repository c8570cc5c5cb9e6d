import { marksIn, splitAtMarks } from './marked-words.js';

/** The little of a Markdown tree that matters here. */
interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
  data?: { hName: string };
}

/** Remark plugin: marks what a pattern finds in the text of a document, not in its code and addresses. */
export function markPattern({ pattern }: { pattern: RegExp }) {
  return (tree: MarkdownNode): void => markChildren(tree, pattern);
}

function markChildren(parent: MarkdownNode, pattern: RegExp): void {
  parent.children = parent.children?.flatMap((node) => {
    if (node.type === 'text') return markText(node, pattern);
    markChildren(node, pattern);
    return [node];
  });
}

function markText(node: MarkdownNode, pattern: RegExp): MarkdownNode[] {
  const text = node.value ?? '';
  const marks = marksIn(text, pattern);
  if (marks.length === 0) return [node];
  return splitAtMarks(text, marks).map(({ text: value, isMarked }) =>
    isMarked
      ? { type: 'marked', children: [{ type: 'text', value }], data: { hName: 'mark' } }
      : { type: 'text', value },
  );
}
