import { Get, Param, Query } from '@nestjs/common';
import type { DocumentDiff, DocumentVersionList, DocumentVersionText } from '@roundtable/contracts';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { DiffQueryDto, DocumentParamsDto, VersionParamsDto } from './dto/version-params.dto.js';
import { VersionReader } from './versions/version-reader.js';

/** Versions of a proposal's text, for reading. */
@RoundtableController('api/v1/meetings/:meeting/documents/:proposal')
export class DocumentsController {
  constructor(private readonly reader: VersionReader) {}

  /** Oldest first, without their texts. */
  @Get('versions')
  @Requires('room.read')
  async versions(
    @Param() { proposal }: DocumentParamsDto,
    @CurrentMember() { membership }: Member,
  ): Promise<DocumentVersionList> {
    return { versions: await this.reader.list({ room: membership.roomId, proposal }) };
  }

  /** One version with its text. */
  @Get('versions/:version')
  @Requires('room.read')
  version(
    @Param() { proposal, version }: VersionParamsDto,
    @CurrentMember() { membership }: Member,
  ): Promise<DocumentVersionText> {
    return this.reader.show({ room: membership.roomId, proposal }, version);
  }

  /** What differs between two versions, by words. */
  @Get('diff')
  @Requires('room.read')
  diff(
    @Param() { proposal }: DocumentParamsDto,
    @Query() { from, to }: DiffQueryDto,
    @CurrentMember() { membership }: Member,
  ): Promise<DocumentDiff> {
    return this.reader.diff({ room: membership.roomId, proposal }, from, to ?? null);
  }
}
