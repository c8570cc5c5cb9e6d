import { DOCUMENT_TEXT } from '@roundtable/contracts';
import { MarkdownSerializer, type MarkdownSerializerState } from 'prosemirror-markdown';
import { Node } from 'prosemirror-model';
import { yXmlFragmentToProsemirrorJSON } from 'y-prosemirror';
import type { Doc } from 'yjs';
import { documentSchema } from './document-schema.js';

/** A node as ProseMirror writes it. */
interface NodeJson {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NodeJson[];
  marks?: { type: string }[];
  text?: string;
}

const serializer = new MarkdownSerializer(
  {
    blockquote: (state, node) => state.wrapBlock('> ', null, node, () => state.renderContent(node)),
    codeBlock: (state, node) => {
      const fence = '`'.repeat(3);
      state.write(`${fence}${String(node.attrs['language'] ?? '')}\n`);
      state.text(node.textContent, false);
      state.write(`\n${fence}`);
      state.closeBlock(node);
    },
    heading: (state, node) => {
      state.write(`${'#'.repeat(Number(node.attrs['level']) || 1)} `);
      state.renderInline(node, false);
      state.closeBlock(node);
    },
    horizontalRule: (state, node) => {
      state.write('---');
      state.closeBlock(node);
    },
    bulletList: (state, node) => state.renderList(node, '  ', () => '- '),
    orderedList: (state, node) => {
      const start = Number(node.attrs['start']) || 1;
      state.renderList(node, '   ', (index) => `${start + index}. `);
    },
    listItem: (state, node) => state.renderContent(node),
    paragraph: (state, node) => {
      state.renderInline(node);
      state.closeBlock(node);
    },
    table: renderTable,
    tableRow: (state, node) => state.renderContent(node),
    tableHeader: (state, node) => state.renderContent(node),
    tableCell: (state, node) => state.renderContent(node),
    hardBreak: (state) => state.write('\n'),
    text: (state, node) => state.text(node.text ?? ''),
  },
  {
    italic: { open: '*', close: '*', mixable: true, expelEnclosingWhitespace: true },
    bold: { open: '**', close: '**', mixable: true, expelEnclosingWhitespace: true },
    strike: { open: '~~', close: '~~', mixable: true, expelEnclosingWhitespace: true },
    code: { open: '`', close: '`', escape: false },
    link: { open: '[', close: (_, mark) => `](${addressOf(mark.attrs['href'])})` },
    // Words suggested for deletion belong to the text until that is accepted.
    deletion: { open: '', close: '', mixable: true },
    insertion: { open: '', close: '', mixable: true },
  },
);

/**
 * Writes a document's text as Markdown: the form in which it is hashed, compared and read elsewhere. Words that are only
 * suggested are not in it.
 */
export function renderMarkdown(doc: Doc): string {
  return render(nodesOf(doc).flat());
}

/** Writes each node at the top of the text by itself, in the order of the document's fragment. */
export function renderNodes(doc: Doc): string[] {
  return nodesOf(doc).map((node) => render([node].flat()));
}

/** Words that lie at the top without a paragraph around them come as a list. */
function nodesOf(doc: Doc): (NodeJson | NodeJson[])[] {
  const json = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(DOCUMENT_TEXT)) as NodeJson;
  return json.content ?? [];
}

function render(content: NodeJson[]): string {
  const node = Node.fromJSON(documentSchema, withoutSuggested({ type: 'doc', content }));
  return serializer.serialize(node, { tightLists: true }).trim();
}

function withoutSuggested(node: NodeJson): NodeJson {
  const content = node.content?.filter((child) => !isSuggested(child)).map(withoutSuggested);
  return content ? { ...node, content } : node;
}

function isSuggested({ type, text, marks }: NodeJson): boolean {
  if (marks?.some((mark) => mark.type === 'insertion')) return true;
  return type === 'text' && !text;
}

/** A table of the kind that the readers of proposals know: the first row is its head. */
function renderTable(state: MarkdownSerializerState, table: Node): void {
  const rows: string[][] = [];
  table.forEach((row) => {
    const cells: string[] = [];
    row.forEach((cell) => cells.push(renderCell(cell)));
    rows.push(cells);
  });
  const width = Math.max(1, ...rows.map(({ length }) => length));
  rows.forEach((cells, index) => {
    const filled = [...cells, ...Array<string>(width - cells.length).fill('')];
    state.write(`| ${filled.join(' | ')} |\n`);
    if (index === 0) state.write(`|${' --- |'.repeat(width)}\n`);
  });
  state.closeBlock(table);
}

/** A cell is one line. */
function renderCell(cell: Node): string {
  const doc = documentSchema.node('doc', null, cell.content);
  return serializer
    .serialize(doc, { tightLists: true })
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}

function addressOf(href: unknown): string {
  return (typeof href === 'string' ? href : '')
    .replace(/[()\s"]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}
