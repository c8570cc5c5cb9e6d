import { LIMITS } from '@roundtable/contracts';

/** A file of a multipart request, held in memory. */
export interface Upload {
  originalname: string;
  buffer: Buffer;
}

/** Limits of a multipart request; what is beyond is refused before it is kept. */
export const UPLOAD_LIMITS = {
  fileSize: LIMITS.uploadBytes,
  files: 200,
  fields: 4,
  fieldSize: LIMITS.jsonBodyBytes,
  parts: 210,
} as const;

/** The name as it was sent: the parser of multipart requests reads UTF-8 names as Latin-1. */
export function nameOf({ originalname }: Upload): string {
  const bytes = Buffer.from(originalname, 'latin1');
  const decoded = bytes.toString('latin1') === originalname ? bytes.toString('utf8') : originalname;
  return decoded.includes('\uFFFD') ? originalname : decoded;
}
