import { describe, expect, it } from '@jest/globals';
import { kindOfFile } from './file-kind.js';
import { safeFileName } from './proof-file-name.js';
import { storedZip } from './testing/stored-zip.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ODT = 'application/vnd.oasis.opendocument.text';

describe('what a file is', () => {
  it.each<[string, Buffer, string]>([
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['a PNG picture', Buffer.from('\x89PNG\r\n\x1a\nabc', 'latin1'), 'image/png'],
    ['a JPEG picture', Buffer.from('\xff\xd8\xff\xe0abc', 'latin1'), 'image/jpeg'],
    ['a WebP picture', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), 'image/webp'],
    ['plain text in Kyrgyz', Buffer.from('Өзөн суусу\nөлчөнөт'), 'text/plain'],
    ['a Word document', storedZip({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' }), WORD],
    ['an OpenDocument text', storedZip({ mimetype: ODT, 'content.xml': '<a/>' }), ODT],
  ])('is told by its content: %s', (_, bytes, type) => {
    expect(kindOfFile(bytes, 'report.exe')).toEqual({ type });
  });

  it('is a table where plain text is named so', () => {
    expect(kindOfFile(Buffer.from('a,b\n1,2'), 'figures.CSV')).toEqual({ type: 'text/csv' });
  });

  it.each<[string, Buffer, string, RegExp]>([
    ['nothing', Buffer.alloc(0), 'empty', /empty/],
    ['a program called a PDF', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'unknown', /not taken/],
    ['a web page', Buffer.from(' <!doctype html><script>alert(1)</script>'), 'markup', /Web pages/],
    ['a drawing that can hold a script', Buffer.from('<svg onload="alert(1)"/>'), 'markup', /Web pages/],
    ['an archive', storedZip({ 'a.txt': 'x' }), 'archive', /Archives/],
    [
      'a document with macros',
      storedZip({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': 'x' }),
      'macros',
      /macros/,
    ],
    [
      'a document that was cut off',
      storedZip({ 'word/document.xml': 'abcdef' }).subarray(0, 40),
      'damaged',
      /damaged/,
    ],
    ['text in an old code page', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), 'unknown', /not taken/],
  ])('is refused in words: %s', (_, bytes, why, fault) => {
    expect(kindOfFile(bytes, 'x.pdf')).toEqual({ why, fault: expect.stringMatching(fault) });
  });

  it('is not asked of bytes that would be read past the end', () => {
    const whole = storedZip({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' });
    for (let length = 3; length < whole.length; length += 1)
      expect(kindOfFile(whole.subarray(0, length), 'x.docx')).toHaveProperty('fault');
  });
});

describe('the name of a file', () => {
  it.each<[string, string]>([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\temp\\отчёт.pdf', 'отчёт.pdf'],
    ['report.exe', 'report.exe.pdf'],
    ['a\u202egnp.pdf', 'agnp.pdf'],
    ['\r\nSet-Cookie: x.PDF', 'Set-Cookie x.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['con.pdf', 'file-con.pdf'],
    ['', 'file.pdf'],
    ['  Өлчөө "күз" 2027.pdf ', 'Өлчөө күз 2027.pdf'],
  ])('%j is kept as %j', (sent, kept) => {
    expect(safeFileName(sent, 'application/pdf')).toBe(kept);
  });

  it('is never longer than systems take', () => {
    expect([...safeFileName('Ө'.repeat(400), 'image/jpeg')].length).toBeLessThan(110);
  });
});
