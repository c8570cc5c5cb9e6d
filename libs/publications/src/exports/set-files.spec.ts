import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { writeSetCsv } from './set-csv.js';
import { writeSetDocx } from './set-docx.js';
import { writeSheet } from './set-sheet.js';
import { SET_TEMPLATE } from './set-template.js';
import { inflateStreams } from './testing/inflate-streams.js';
import { linesOf } from './testing/lines-of.js';
import { sampleBasis } from './testing/sample-basis.js';
import { unzip } from './testing/unzip.js';
import { Typesetter } from './typesetter.js';

const HOSTILE = '=1+1 <script>alert(1)</script> #panic("no") $x$ *bold* & "q" @ref \\end ]';

describe('files of a set', () => {
  const typesetter = new Typesetter();
  const textOf = (xml: string | undefined) => (xml ?? '').replace(/<[^>]+>/g, ' ');

  it('are a Word document with the words of all three scripts, and reservations as footnotes', async () => {
    const files = unzip(await writeSetDocx(writeSheet(sampleBasis(5), 'ky')));
    const body = textOf(files.get('word/document.xml'));
    expect(body).toContain('Сунуштар жыйнагы: өзөн суусун чогуу өлчөө');
    expect(body).toContain('Чек арадагы ортоңку бекет');
    expect(body).toContain('Сунушталган чара');
    expect(body).toContain('measure the flow daily');
    expect(files.get('word/document.xml')).toContain('w:footnoteReference');
    expect(files.get('word/document.xml')).toContain('<w:tblHeader/>');
    const notes = textOf(files.get('word/footnotes.xml'));
    expect(notes).toContain('Түштүк өрөөнүнүн делегациясы');
    expect(notes).toContain('Ыңгайлуу мөөнөткө');
    const header = [...files].find(([name]) => /header\d*\.xml$/.test(name))?.[1];
    expect(textOf(header)).toContain('Water and energy of the upper basin');
    const footer = [...files].find(([name]) => /footer\d*\.xml$/.test(name))?.[1];
    expect(footer).toContain('NUMPAGES');
  });

  it('keep line breaks of reservations and of the reason in Word', async () => {
    const adoption = {
      at: '2026-11-24T06:00:00.000Z',
      by: null,
      reason: 'Agreed.\nBoth banks spoke.',
      version: 4,
      sha256: 'b'.repeat(64),
    };
    const reservations = [
      { id: 'r', delegation: 'south', text: 'One line.\nAnother.', by: null, at: adoption.at },
    ];
    const basis = sampleBasis(1, { reservations });
    const sheet = writeSheet({ ...basis, set: { ...basis.set, adoption } }, 'en');
    const files = unzip(await writeSetDocx(sheet));
    expect(linesOf(files.get('word/document.xml'))).toContain('Agreed.\nBoth banks spoke.');
    expect(linesOf(files.get('word/footnotes.xml'))).toContain('One line.\nAnother.');
  });

  it('never let words act: not in Word, not in a PDF, not in a spreadsheet', async () => {
    const basis = sampleBasis(1, { title: HOSTILE, text: HOSTILE, responsible: HOSTILE });
    const sheet = writeSheet(basis, 'en');
    const document = unzip(await writeSetDocx(sheet)).get('word/document.xml') ?? '';
    expect(document).not.toContain('<script>');
    expect(document).toContain('&lt;script&gt;');
    const pdf = await typesetter.set(SET_TEMPLATE, sheet);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const [, row] = parse(writeSetCsv(sheet), { bom: true }) as string[][];
    expect(row?.[2]).toBe(`'${HOSTILE}`);
  });

  it.each(['en', 'ru', 'ky'] as const)('are a tagged PDF/UA-1 in %s', async (language) => {
    const pdf = inflateStreams(await typesetter.set(SET_TEMPLATE, writeSheet(sampleBasis(5), language)));
    expect(pdf.includes('/StructTreeRoot')).toBe(true);
    expect(pdf.includes('pdfuaid')).toBe(true);
    expect(new RegExp(`/Lang ?\\(${language}`).test(pdf)).toBe(true);
    expect(pdf.includes('NotoSans')).toBe(true);
  });

  it('leave the serving thread free while a PDF of 200 lines is set', async () => {
    const sheet = writeSheet(sampleBasis(200), 'ru');
    let turns = 0;
    const pulse = setInterval(() => (turns += 1), 5);
    const start = performance.now();
    await typesetter.set(SET_TEMPLATE, sheet);
    const pdfMs = performance.now() - start;
    clearInterval(pulse);
    await writeSetDocx(sheet);
    const docxMs = performance.now() - start - pdfMs;
    process.stdout.write(
      `200 lines: PDF ${Math.round(pdfMs)} ms (${turns} turns meanwhile), DOCX ${Math.round(docxMs)} ms\n`,
    );
    // Were it set on this thread, there would be no turn before it is done.
    expect(turns).toBeGreaterThan(3);
  });

  it('are numbered through the whole set and say who reserved what', () => {
    const { rows } = writeSheet(sampleBasis(6), 'en');
    expect(rows.flatMap(({ notes }) => notes.map(({ mark }) => mark))).toEqual([1, 2, 3, 4]);
    expect(rows[0]?.sources).toEqual([
      expect.stringMatching(/^Айзада Султанова \(Делегация Северного бассейна\), .*entry 17$/),
    ]);
  });

  it('name nobody whom the reader may not see', () => {
    const basis = sampleBasis(1);
    const [proposal] = basis.proposals.proposals;
    for (const source of proposal?.sources ?? []) Object.assign(source, { speaker: null, delegation: null });
    expect(writeSheet(basis, 'en').rows[0]?.sources[0]).toMatch(/^not named, /);
  });
});
