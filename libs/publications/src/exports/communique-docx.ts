import { Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } from 'docx';
import type { CommuniqueSheet, SheetParagraph } from './communique-sheet.js';
import { edgesOf, FONT, GAP, opening, propertiesOf, runsOf } from './docx-parts.js';

const BODY = 22;
/** What is open stands out by its brackets, and by a shade for the eye. */
const OPEN_FILL = 'F2E8C9';

/** Writes a communique as a Word document: numbered paragraphs, reservations as footnotes, page numbers. */
export async function writeCommuniqueDocx(sheet: CommuniqueSheet): Promise<Buffer> {
  const notes = sheet.paragraphs.flatMap((paragraph) => paragraph.notes);
  const document = new Document({
    ...propertiesOf(sheet, notes, BODY),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1200, bottom: 1200, left: 1300, right: 1300 },
          },
        },
        ...edgesOf(sheet),
        children: [
          ...opening(sheet),
          ...(sheet.paragraphs.length > 0
            ? sheet.paragraphs.map(paragraphOf)
            : [new Paragraph({ text: sheet.empty })]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function paragraphOf({ runs, notes }: SheetParagraph, at: number): Paragraph {
  return new Paragraph({
    spacing: { after: 4 * GAP, line: 300 },
    indent: { left: 500, hanging: 500 },
    children: [
      new TextRun({ text: `${at + 1}.\t`, font: FONT }),
      ...runs.flatMap(({ text, isOpen }) => runsOf(text, isOpen ? { shading: { fill: OPEN_FILL } } : {})),
      ...notes.flatMap(({ mark }, index) => [
        ...(index > 0 ? [new TextRun({ text: ', ', superScript: true, font: FONT })] : []),
        new FootnoteReferenceRun(mark),
      ]),
    ],
  });
}
