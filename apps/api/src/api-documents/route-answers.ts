/** What a route answers with on success: the contract's type, an array of it, or a file of that media type. */
export interface RouteAnswer {
  summary: string;
  schema?: string;
  isList?: boolean;
  file?: string;
  /** 201 for a POST that makes something, else 200, unless told. */
  status?: number;
  /** Fields of a multipart request. */
  multipart?: { files: string; isMany: boolean; fields?: string[] };
}

/** Every route by method and path. A route without its line, or a line without its route, fails a test. */
export const ROUTE_ANSWERS: Record<string, RouteAnswer> = {
  'get /api/v1/meetings/{meeting}/transcript': {
    summary: 'A page of the transcript: newest words, tombstones, reactions, events.',
    schema: 'TranscriptPage',
  },
  'get /api/v1/meetings/{meeting}/transcript/outline': {
    summary: 'Hours, items, speakers and outcome: what a reader can jump to.',
    schema: 'TranscriptOutline',
  },
  'get /api/v1/meetings/{meeting}/transcript/search': {
    summary: 'Words, "a phrase", -without; marks are offsets in the excerpt.',
    schema: 'SearchAnswer',
  },
  'get /api/v1/meetings/{meeting}/export.json': {
    summary: 'The whole meeting as canonical JSON (docs/schema/export.schema.json).',
    schema: 'MeetingExport',
  },
  'get /api/v1/meetings/{meeting}/export.md': {
    summary: 'The whole meeting as Markdown.',
    file: 'text/markdown',
  },
  'post /api/v1/imports/json': {
    summary: 'Brings an exported meeting in, ids and all; refused as a whole where any id exists.',
    multipart: { files: 'file', isMany: false },
    status: 201,
  },
  'post /api/v1/imports/w3c/preview': {
    summary: 'Says what W3C/IRC logs hold. Nothing is stored.',
    schema: 'W3cImportPreview',
    multipart: { files: 'files', isMany: true },
    status: 200,
  },
  'post /api/v1/imports/w3c': {
    summary: 'Brings W3C/IRC logs in as closed meetings, each file at most once.',
    schema: 'W3cImportResult',
    multipart: { files: 'files', isMany: true, fields: ['speakers'] },
    status: 201,
  },
};
