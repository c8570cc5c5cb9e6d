import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';

/** Paragraphs, headings and list items keep an identity while their words change. */
const identified = { id: { default: null } };
const cell = { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } };

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: { group: 'block', content: 'inline*', attrs: identified },
  heading: { group: 'block', content: 'inline*', attrs: { ...identified, level: { default: 1 } } },
  blockquote: { group: 'block', content: 'block+' },
  codeBlock: { group: 'block', content: 'text*', attrs: { language: { default: null } }, code: true },
  bulletList: { group: 'block', content: 'listItem+', attrs: { tight: { default: true } } },
  orderedList: {
    group: 'block',
    content: 'listItem+',
    attrs: { start: { default: 1 }, type: { default: null }, tight: { default: true } },
  },
  listItem: { content: 'block+', attrs: identified },
  horizontalRule: { group: 'block' },
  table: { group: 'block', content: 'tableRow+' },
  tableRow: { content: '(tableCell | tableHeader)*' },
  tableHeader: { content: 'block+', attrs: cell },
  tableCell: { content: 'block+', attrs: cell },
  hardBreak: { group: 'inline', inline: true },
  text: { group: 'inline' },
};

const suggestion: MarkSpec = {
  attrs: { id: { default: null }, author: { default: null }, at: { default: null } },
};

const marks: Record<string, MarkSpec> = {
  bold: {},
  italic: {},
  strike: {},
  code: {},
  link: { attrs: { href: { default: null }, title: { default: null } } },
  insertion: suggestion,
  deletion: suggestion,
};

/** The same nodes and marks as in the editor; what is in a document but not in here is not rendered. */
export const documentSchema = new Schema({ nodes, marks });
