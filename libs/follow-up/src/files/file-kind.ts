import type { FileFault, ProofFileType } from '@roundtable/contracts';
import { firstStoredWords, zipNames } from './zip-names.js';

/** What a file is by its content, or why it is refused. Its name and what the browser called it do not count. */
export type FileKind = { type: ProofFileType } | { why: FileFault; fault: string };

const TAKEN =
  'Taken are PDF, PNG, JPEG and WebP pictures, Word, Excel and PowerPoint or OpenDocument files, and plain text or CSV in UTF-8.';

const OFFICE: readonly [string, ProofFileType][] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];
const OPEN_DOCUMENT: readonly ProofFileType[] = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
];

/** Says what a file is by its bytes. `name` only tells a table (`.csv`) from other plain text. */
export function kindOfFile(bytes: Buffer, name: string): FileKind {
  if (bytes.length === 0) return { why: 'empty', fault: 'The file is empty. Choose another one.' };
  const signed = typeBySignature(bytes);
  if (signed) return { type: signed };
  if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04') return kindOfZip(bytes);
  return kindOfText(bytes, name);
}

function typeBySignature(bytes: Buffer): ProofFileType | null {
  const head = bytes.toString('latin1', 0, 16);
  if (head.startsWith('%PDF-')) return 'application/pdf';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  return null;
}

function kindOfZip(bytes: Buffer): FileKind {
  const names = zipNames(bytes);
  if (!names)
    return { why: 'damaged', fault: `The file is damaged: it begins as an archive and has no end. ${TAKEN}` };
  if (names.some((name) => /vbaProject\.bin$|^Basic\/|^Scripts\//i.test(name)))
    return {
      why: 'macros',
      fault: 'The file holds macros, which run on the reader’s computer. Save it without them.',
    };
  const open = OPEN_DOCUMENT.find((type) => firstStoredWords(bytes, 'mimetype') === type);
  if (open) return { type: open };
  const office = names.includes('[Content_Types].xml') && OFFICE.find(([part]) => names.includes(part));
  return office ? { type: office[1] } : { why: 'archive', fault: `Archives are not taken. ${TAKEN}` };
}

function kindOfText(bytes: Buffer, name: string): FileKind {
  const text = decode(bytes);
  if (text === null) return { why: 'unknown', fault: `This kind of file is not taken. ${TAKEN}` };
  if (/^\s*</.test(text))
    return {
      why: 'markup',
      fault: 'Web pages and drawings in XML are not taken, for they can run programs. Send a PDF of it.',
    };
  return { type: /\.csv$/i.test(name) ? 'text/csv' : 'text/plain' };
}

/** Text is UTF-8 without control characters but tabs, line breaks and page breaks. */
function decode(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
