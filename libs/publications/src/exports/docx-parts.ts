import {
  AlignmentType,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IPropertiesOptions,
  type IRunOptions,
} from 'docx';
import type { Language } from '@roundtable/contracts';
import type { SheetNote } from './sheet-notes.js';

export const FONT = 'Noto Sans';
const SMALL = 16;
const BODY = 18;
const TITLE = 34;
/** Twentieths of a point. */
export const GAP = 40;
const QUIET = '595959';
const LANGUAGES = { en: 'en-GB', ru: 'ru-RU', ky: 'ky-KG' } as const;

/** What every document of the outcome says of itself. */
export interface PrintedFrame {
  language: Language;
  title: string;
  /** Label and value, in order. */
  facts: [string, string][];
  /** With `{page}` and `{pages}` still in it. */
  pageWords: string;
  /** What stands at the head of every page. */
  running: string;
}

/** What a document says of itself to the program that opens it, and the letters it is set in. */
export function propertiesOf(
  { title, running, language }: PrintedFrame,
  notes: readonly SheetNote[],
  size = BODY,
): Omit<IPropertiesOptions, 'sections'> {
  return {
    title,
    creator: 'Roundtable',
    description: running,
    styles: {
      default: { document: { run: { font: FONT, size, language: { value: LANGUAGES[language] } } } },
    },
    footnotes: Object.fromEntries(notes.map((note) => [String(note.mark), { children: [footnote(note)] }])),
  };
}

/** What stands above and below every page. */
export function edgesOf({ running, pageWords }: PrintedFrame) {
  return {
    headers: { default: new Header({ children: [small(running, AlignmentType.END)] }) },
    footers: { default: new Footer({ children: [pageNumber(pageWords)] }) },
  };
}

/** The title and what is known of the document, above its text. */
export function opening({ title, facts }: PrintedFrame): Paragraph[] {
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { after: 4 * GAP },
      children: [new TextRun({ text: title, font: FONT, size: TITLE, bold: true })],
    }),
    ...facts.map(([label, value]) => fact(label, value)),
    new Paragraph({ text: '' }),
  ];
}

/** Words as runs, for a run itself knows no line ends: each line after the first begins with a break. */
export function runsOf(text: string, look: Pick<IRunOptions, 'size' | 'shading'> = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, font: FONT, ...(at > 0 && { break: 1 }) }));
}

/** Words beside the text: sources, the head of a page. */
export function small(text: string, alignment?: IParagraphOptions['alignment']): Paragraph {
  return new Paragraph({
    spacing: { after: GAP },
    ...(alignment && { alignment }),
    children: [new TextRun({ text, size: SMALL, color: QUIET, font: FONT })],
  });
}

function fact(label: string, value: string): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: `${label}: `, bold: true, font: FONT }), ...runsOf(value)],
  });
}

function footnote({ delegation, text }: SheetNote): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({ text: `${delegation}: `, bold: true, size: SMALL, font: FONT }),
      ...runsOf(text, { size: SMALL }),
    ],
  });
}

/** The words around the two numbers, in the order of the language. */
function pageNumber(pattern: string): Paragraph {
  const parts = pattern.split(/(\{pages?\})/).map((part) => {
    if (part === '{page}') return PageNumber.CURRENT;
    return part === '{pages}' ? PageNumber.TOTAL_PAGES : part;
  });
  return new Paragraph({
    alignment: AlignmentType.END,
    children: [new TextRun({ children: parts, size: SMALL, color: QUIET, font: FONT })],
  });
}
