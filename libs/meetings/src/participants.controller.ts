import {
  LIMITS,
  type ParticipantImportPreview,
  type ParticipantImportResult,
  type ParticipantView,
} from '@roundtable/contracts';
import { Body, Delete, HttpCode, Param, Post, Put, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { ActDto } from './dto/meeting.dto.js';
import { SaveParticipantDto } from './dto/people.dto.js';
import { UnreadableFileError } from './meetings.errors.js';
import { ParticipantImportService } from './participant-import.service.js';
import { ParticipantsService } from './participants.service.js';

/** The part of an uploaded file that is read. */
interface Upload {
  buffer: Uint8Array;
}

const oneFile = FileInterceptor('file', { limits: { fileSize: LIMITS.uploadBytes, files: 1, fields: 5 } });

/** The people of a meeting, one by one or from an uploaded list (multipart, field `file`). */
@RoundtableController('api/v1/meetings/:meeting/participants')
export class ParticipantsController {
  constructor(
    private readonly participants: ParticipantsService,
    private readonly imports: ParticipantImportService,
  ) {}

  @Requires('meetings.manage')
  @Post()
  add(@CurrentMember() member: Member, @Body() body: SaveParticipantDto): Promise<ParticipantView> {
    return this.participants.add(member, body);
  }

  /** Shows what each row would do; stores nothing. */
  @Requires('meetings.manage')
  @Post('preview')
  @HttpCode(200)
  @UseInterceptors(oneFile)
  preview(@CurrentMember() member: Member, @UploadedFile() file?: Upload): Promise<ParticipantImportPreview> {
    return this.imports.preview(member.membership.meetingId, demandFile(file));
  }

  @Requires('meetings.manage')
  @Post('import')
  @HttpCode(200)
  @UseInterceptors(oneFile)
  import(
    @CurrentMember() member: Member,
    @Body() body: ActDto,
    @UploadedFile() file?: Upload,
  ): Promise<ParticipantImportResult> {
    return this.imports.apply(member, demandFile(file), body.clientId);
  }

  @Requires('meetings.manage')
  @Put(':participant')
  change(
    @CurrentMember() member: Member,
    @Param('participant') participant: string,
    @Body() body: SaveParticipantDto,
  ): Promise<ParticipantView> {
    return this.participants.change(member, participant, body);
  }

  @Requires('meetings.manage')
  @Delete(':participant')
  async remove(
    @CurrentMember() member: Member,
    @Param('participant') participant: string,
    @Body() body: ActDto,
  ): Promise<{ ok: true }> {
    await this.participants.remove(member, participant, body);
    return { ok: true };
  }
}

function demandFile(file: Upload | undefined): Uint8Array {
  if (!file) throw new UnreadableFileError('No file came with the request: send it in the field "file".');
  return file.buffer;
}
