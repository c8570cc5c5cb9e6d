import { PROOF_FILE_TYPES, type ProofFileType } from '@roundtable/contracts';

const LONGEST_STEM = 100;
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Makes a name that every system takes and that ends as the file's content does: no path, no control or direction
 * characters, no leading dot. `report.exe` that is a PDF becomes `report.exe.pdf`.
 */
export function safeFileName(sent: string, type: ProofFileType): string {
  const ending = PROOF_FILE_TYPES[type];
  const words = (sent.split(/[/\\]/).pop() ?? '')
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff<>:"|?*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const isNamed = words.toLowerCase().endsWith(`.${ending}`) || (ending === 'jpg' && /\.jpeg$/i.test(words));
  const stem = (isNamed ? words.slice(0, words.lastIndexOf('.')) : words).replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...stem].slice(0, LONGEST_STEM).join('').trim();
  return `${!short || RESERVED.test(short) ? `file${short ? `-${short}` : ''}` : short}.${ending}`;
}
