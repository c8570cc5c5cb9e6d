export { ExportService, type ExportedFile } from './exports/export.service.js';
export { JsonImportService, type JsonImportResult } from './imports/json-import.service.js';
export type { ImportedFile } from './imports/w3c-file.js';
export {
  W3cImportService,
  type W3cImportedFile,
  type W3cImportOptions,
} from './imports/w3c-import.service.js';
export type {
  KnownPeople,
  ParsedEvent,
  ParsedLog,
  ParsedPerson,
  PersonKey,
} from './imports/w3c/parsed-log.js';
export { decodeW3cLog } from './imports/w3c/decode-w3c-log.js';
export { parseW3cLog } from './imports/w3c/parse-w3c-log.js';
export { SearchService } from './search.service.js';
export { TranscriptImportEntity } from './transcript-import.entity.js';
export { TranscriptModule } from './transcript.module.js';
export { TRANSCRIPT_POLICIES } from './transcript.policy.js';
export { TranscriptService } from './transcript.service.js';
