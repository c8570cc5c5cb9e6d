import { Injectable } from '@nestjs/common';
import {
  diffWords,
  type DocumentDiff,
  type DocumentVersionText,
  type DocumentVersionView,
} from '@roundtable/contracts';
import { RecordReader } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import type { DocumentKey } from '../document-key.js';
import { VersionNotFound } from '../documents.errors.js';
import { renderMarkdown } from '../text/document-to-markdown.js';
import { HeldDocuments } from '../updates/held-documents.js';
import { VersionsRepository } from './versions.repository.js';

/** Reads versions of a document and what differs between them. */
@Injectable()
export class VersionReader {
  constructor(
    private readonly record: RecordReader,
    private readonly versions: VersionsRepository,
    private readonly documents: HeldDocuments,
  ) {}

  list(key: DocumentKey): Promise<DocumentVersionView[]> {
    return this.record.atOneMoment((tx) => this.versions.list(tx, key));
  }

  /** @throws VersionNotFound */
  show(key: DocumentKey, version: number): Promise<DocumentVersionText> {
    return this.record.atOneMoment((tx) => this.read(tx, key, version));
  }

  /** From one version to another, or to the text as it is now. @throws VersionNotFound or DocumentNotFound */
  diff(key: DocumentKey, from: number, to: number | null): Promise<DocumentDiff> {
    return this.record.atOneMoment(async (tx) => {
      const before = await this.read(tx, key, from);
      const after =
        to === null
          ? renderMarkdown((await this.documents.read(tx, key)).content)
          : (await this.read(tx, key, to)).text;
      return { from, to, parts: diffWords(before.text, after) };
    });
  }

  private async read(tx: EntityManager, key: DocumentKey, version: number): Promise<DocumentVersionText> {
    const found = await this.versions.find(tx, key, version);
    if (!found || found.text === null) throw new VersionNotFound(version);
    return { version: found.version, text: found.text };
  }
}
