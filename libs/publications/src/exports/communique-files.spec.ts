import { describe, expect, it } from '@jest/globals';
import { writeCommuniqueDocx } from './communique-docx.js';
import { writeCommuniqueSheet } from './communique-sheet.js';
import { COMMUNIQUE_TEMPLATE } from './communique-template.js';
import { inflateStreams } from './testing/inflate-streams.js';
import { linesOf } from './testing/lines-of.js';
import { sampleCommunique } from './testing/sample-communique.js';
import { unzip } from './testing/unzip.js';
import { Typesetter } from './typesetter.js';

const HOSTILE = '<script>alert(1)</script> #panic("no") $x$ *bold* & "q" @ref end';

describe('files of a communique', () => {
  const textOf = (xml: string | undefined) => (xml ?? '').replace(/<[^>]+>/g, ' ');

  it('show what is open in brackets, alternatives by their letters, where it is negotiated', () => {
    const { paragraphs, facts } = writeCommuniqueSheet(sampleCommunique(), 'en', 'negotiating');
    expect(paragraphs[0]?.runs).toEqual([
      { text: 'The parties measure the flow ', isOpen: false },
      { text: '[A: daily / B: every hour]', isOpen: true },
      { text: ' at the border.', isOpen: false },
    ]);
    expect(paragraphs[1]?.runs[1]).toEqual({ text: '[не позднее следующего дня]', isOpen: true });
    expect(paragraphs[2]?.runs.map(({ text }) => text).join('')).toMatch(/алмашылат \[1\]\.$/);
    expect(facts).toContainEqual(['Open brackets', '2']);
  });

  it('only hint at what is open in the clean view', () => {
    const { paragraphs } = writeCommuniqueSheet(sampleCommunique(), 'en', 'clean');
    const words = JSON.stringify(paragraphs);
    expect(words).toContain('[…]');
    expect(words).not.toMatch(/daily|every hour|следующего дня/);
  });

  it('number the footnotes through the whole text and say who reserved', () => {
    const { paragraphs } = writeCommuniqueSheet(sampleCommunique(), 'ru', 'negotiating');
    expect(paragraphs.map(({ notes }) => notes.map(({ mark }) => mark))).toEqual([[1, 2], [], [3]]);
    expect(paragraphs[2]?.notes[0]?.delegation).toBe('Түштүк өрөөнүнүн делегациясы');
  });

  it('say how far the text is: a draft, circulated, adopted by silence', () => {
    const status = (over: Parameters<typeof sampleCommunique>[0]) =>
      writeCommuniqueSheet(sampleCommunique(over), 'en', 'clean').facts.find(
        ([label]) => label === 'Status',
      )?.[1];
    const circulation = {
      from: '2026-11-21T06:00:00.000Z',
      until: '2026-11-24T06:00:00.000Z',
      remindAt: null,
      by: null,
    };
    expect(status({})).toBe('draft');
    expect(status({ circulation })).toMatch(
      /^circulated, adopted on 24 November 2026|^circulated, adopted on November 24, 2026/,
    );
    expect(
      status({
        circulation,
        adoption: { at: circulation.until, by: null, reason: null, version: 4, sha256: 'b'.repeat(64) },
      }),
    ).toMatch(/by the silence procedure$/);
  });

  it('are a Word document with numbered paragraphs and footnotes', async () => {
    const files = unzip(
      await writeCommuniqueDocx(writeCommuniqueSheet(sampleCommunique(), 'ky', 'negotiating')),
    );
    const body = textOf(files.get('word/document.xml'));
    expect(body).toContain('Биргелешкен билдирүү: өзөн суусу жана энергия');
    expect(body).toContain('[A: daily / B: every hour]');
    expect(files.get('word/document.xml')?.match(/w:footnoteReference /g)).toHaveLength(3);
    expect(textOf(files.get('word/footnotes.xml'))).toContain('Түштүк өрөөнүнүн делегациясы');
  });

  it('keep line breaks in Word: in the text, in a bracket, in a footnote and beside a label', async () => {
    const { meetings, communique } = sampleCommunique({
      adoption: {
        at: '2026-11-24T06:00:00.000Z',
        by: null,
        reason: 'Agreed.\nBoth banks spoke.',
        version: 4,
        sha256: 'b'.repeat(64),
      },
    });
    const parts = communique.parts.slice(0, 1).map((part) => ({
      ...part,
      text: 'The parties\nmeasure [the flow\nthe level].',
      reservations: part.reservations.slice(0, 1).map((each) => ({ ...each, text: 'One line.\nAnother.' })),
    }));
    const basis = { meetings, communique: { ...communique, parts } };
    const files = unzip(await writeCommuniqueDocx(writeCommuniqueSheet(basis, 'en', 'negotiating')));
    const body = linesOf(files.get('word/document.xml'));
    expect(body).toContain('The parties\nmeasure [the flow\nthe level].');
    expect(body).toContain('Agreed.\nBoth banks spoke.');
    expect(linesOf(files.get('word/footnotes.xml'))).toContain('One line.\nAnother.');
  });

  it.each(['en', 'ru', 'ky'] as const)('are a tagged PDF/UA-1 in %s', async (language) => {
    const sheet = writeCommuniqueSheet(sampleCommunique(), language, 'negotiating');
    const pdf = inflateStreams(await new Typesetter().set(COMMUNIQUE_TEMPLATE, sheet));
    expect(pdf.includes('/StructTreeRoot')).toBe(true);
    expect(pdf.includes('pdfuaid')).toBe(true);
    expect(new RegExp(`/Lang ?\\(${language}`).test(pdf)).toBe(true);
  });

  it('never let words act: not in Word, not in a PDF', async () => {
    const { meetings, communique } = sampleCommunique({ title: HOSTILE });
    const [first] = communique.parts;
    const parts = first ? [{ ...first, text: HOSTILE }] : [];
    const sheet = writeCommuniqueSheet(
      { meetings, communique: { ...communique, parts } },
      'en',
      'negotiating',
    );
    const document = unzip(await writeCommuniqueDocx(sheet)).get('word/document.xml') ?? '';
    expect(document).not.toContain('<script>');
    expect(document).toContain('&lt;script&gt;');
    const pdf = await new Typesetter().set(COMMUNIQUE_TEMPLATE, sheet);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('are made of a communique without text too', async () => {
    const sheet = writeCommuniqueSheet(sampleCommunique({ parts: [] }), 'en', 'clean');
    expect(textOf(unzip(await writeCommuniqueDocx(sheet)).get('word/document.xml'))).toContain('no text yet');
    expect((await new Typesetter().set(COMMUNIQUE_TEMPLATE, sheet)).length).toBeGreaterThan(1000);
  });
});
