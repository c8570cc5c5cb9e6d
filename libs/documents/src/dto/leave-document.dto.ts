import type { LeaveDocument } from '@roundtable/contracts';
import { DocumentIntentDto } from './document-intent.dto.js';

/** `documents.leave`. */
export class LeaveDocumentDto extends DocumentIntentDto implements LeaveDocument {}
