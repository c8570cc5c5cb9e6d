import { ConnectedSocket, MessageBody } from '@nestjs/websockets';
import type { Ack, DocumentOpened, DocumentUpdated } from '@roundtable/contracts';
import {
  CurrentMember,
  Intent,
  Public,
  Requires,
  RoundtableGateway,
  type Member,
} from '@roundtable/platform';
import { documentChannel, type LiveSocket } from '@roundtable/realtime';
import { toAck } from '@roundtable/record';
import { DocumentNotFound } from './documents.errors.js';
import { LeaveDocumentDto } from './dto/leave-document.dto.js';
import { OpenDocumentDto } from './dto/open-document.dto.js';
import { PointInDocumentDto } from './dto/point-in-document.dto.js';
import { UpdateDocumentDto } from './dto/update-document.dto.js';
import { VersionDocumentDto } from './dto/version-document.dto.js';
import { DocumentOpening } from './following/document-opening.js';
import { DocumentPeople } from './following/document-people.js';
import { HotUpdate } from './hot-update.js';
import { VersionsService } from './versions/versions.service.js';

/** The intents of documents. */
@RoundtableGateway()
export class DocumentsGateway {
  constructor(
    private readonly opening: DocumentOpening,
    private readonly people: DocumentPeople,
    private readonly hot: HotUpdate,
    private readonly versions: VersionsService,
  ) {}

  @Intent('documents.open')
  @Requires('room.read')
  async open(
    @MessageBody() request: OpenDocumentDto,
    @CurrentMember() member: Member,
    @ConnectedSocket() socket: LiveSocket,
  ): Promise<DocumentOpened> {
    this.hot.remember(socket, request.room, member);
    return this.opening.open(socket, member, request);
  }

  @Intent('documents.update')
  @Requires('documents.write')
  update(
    @MessageBody() intent: UpdateDocumentDto,
    @CurrentMember() member: Member,
  ): Promise<DocumentUpdated> {
    return this.hot.update(member, intent);
  }

  @Intent('documents.version')
  @Requires('documents.write')
  async version(@MessageBody() intent: VersionDocumentDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.versions.save(member, intent));
  }

  @Intent('documents.point')
  @Requires('room.read')
  point(
    @MessageBody() { room, proposal, client, state }: PointInDocumentDto,
    @ConnectedSocket() socket: LiveSocket,
  ): { ok: true } {
    const seat = socket.data.seats.get(room);
    if (!seat || !socket.rooms.has(documentChannel(room, proposal))) throw new DocumentNotFound(proposal);
    this.people.point({ room, proposal }, { client, participant: seat.participantId, state }, socket);
    return { ok: true };
  }

  /** Open to everybody who is connected: one may leave also what one may no longer read. */
  @Intent('documents.leave')
  @Public()
  leave(
    @MessageBody() { room, proposal }: LeaveDocumentDto,
    @ConnectedSocket() socket: LiveSocket,
  ): { ok: true } {
    this.opening.leave(socket, { room, proposal });
    return { ok: true };
  }
}
