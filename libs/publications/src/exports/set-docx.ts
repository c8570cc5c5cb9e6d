import {
  BorderStyle,
  Document,
  FootnoteReferenceRun,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { edgesOf, FONT, GAP, opening, propertiesOf, small } from './docx-parts.js';
import type { SetSheet, SheetRow } from './set-sheet.js';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' };
const HEAD_FILL = 'EDEDED';
/** Parts of the width that the columns take, in hundredths. */
const WIDTHS = [5, 13, 40, 14, 10, 18];

/** Writes a set as a Word document: a table with a repeated head, reservations as footnotes, page numbers. */
export async function writeSetDocx(sheet: SetSheet): Promise<Buffer> {
  const notes = sheet.rows.flatMap((row) => row.notes);
  const document = new Document({
    ...propertiesOf(sheet, notes),
    sections: [
      {
        properties: {
          page: {
            // The library turns width and height over by itself.
            size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 },
            margin: { top: 1000, bottom: 1000, left: 1000, right: 1000 },
          },
        },
        ...edgesOf(sheet),
        children: [
          ...opening(sheet),
          sheet.rows.length > 0 ? tableOf(sheet) : new Paragraph({ text: sheet.labels.empty }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function tableOf({ labels, rows }: SetSheet): Table {
  const head = [
    labels.number,
    labels.focusArea,
    labels.enhancement,
    labels.responsible,
    labels.timeline,
    labels.support,
  ];
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((label, at) => cell(at, [words(label, { bold: true })], HEAD_FILL)),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: !row.isLong, children: cellsOf(row, labels.sources) })),
    ],
  });
}

function cellsOf(row: SheetRow, sources: string): TableCell[] {
  const title = new Paragraph({
    spacing: { after: GAP },
    children: [
      new TextRun({ text: row.title, bold: true, font: FONT }),
      ...row.notes.flatMap(({ mark }, at) => [
        ...(at > 0 ? [new TextRun({ text: ', ', superScript: true, font: FONT })] : []),
        new FootnoteReferenceRun(mark),
      ]),
    ],
  });
  const proposal = [
    title,
    ...row.paragraphs.map((paragraph) => words(paragraph)),
    small(row.origin),
    ...(row.sources.length > 0 ? [small(`${sources}: ${row.sources.join('; ')}`)] : []),
  ];
  return [
    cell(0, [words(String(row.place))]),
    cell(1, [words(row.focusArea)]),
    cell(2, proposal),
    cell(3, [words(row.responsible)]),
    cell(4, [words(row.timeline)]),
    cell(5, row.support.length > 0 ? row.support.map((line) => words(line)) : [words('–')]),
  ];
}

function cell(at: number, children: Paragraph[], fill?: string): TableCell {
  return new TableCell({
    children,
    ...(fill && { shading: { fill } }),
    width: { size: WIDTHS[at] ?? 10, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
  });
}

function words(text: string, { bold = false } = {}): Paragraph {
  return new Paragraph({ spacing: { after: GAP }, children: [new TextRun({ text, bold, font: FONT })] });
}
