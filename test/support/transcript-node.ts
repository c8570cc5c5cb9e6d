import { Global, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { Membership } from '@roundtable/contracts';
import { DiscussionModule, MessageEntity, ReactionEntity, ReadMarkEntity } from '@roundtable/discussion';
import { FloorModule, FloorRequestEntity } from '@roundtable/floor';
import {
  AccountEntity,
  IdentityModule,
  InvitationEntity,
  LoginEntity,
  SetupLinkEntity,
} from '@roundtable/identity';
import {
  DelegationEntity,
  ItemEntity,
  MeetingEntity,
  MeetingsModule,
  ParticipantEntity,
  RoomEntity,
} from '@roundtable/meetings';
import { createDataSource, MIGRATIONS, PersistenceModule } from '@roundtable/persistence';
import {
  Config,
  createLogger,
  HttpErrorFilter,
  JsonLogger,
  MailOutbox,
  PlatformModule,
  ServerSecret,
  type Member,
} from '@roundtable/platform';
import {
  DecisionEntity,
  NamedBallotEntity,
  PollEntity,
  PositionEntity,
  ProposalEntity,
  ProposalStepEntity,
  ProposalsModule,
  SecretBallotEntity,
  SourceEntity,
} from '@roundtable/proposals';
import { RecordEntryEntity, RecordLogEntity, RecordModule } from '@roundtable/record';
import { TranscriptImportEntity, TranscriptModule } from '@roundtable/transcript';
import type { DataSource } from 'typeorm';
import { ApiDocumentsModule } from '../../apps/api/src/api-documents/api-documents.module.js';

const ENTITIES = [
  AccountEntity,
  DecisionEntity,
  DelegationEntity,
  FloorRequestEntity,
  InvitationEntity,
  ItemEntity,
  LoginEntity,
  MeetingEntity,
  MessageEntity,
  NamedBallotEntity,
  ParticipantEntity,
  PollEntity,
  PositionEntity,
  ProposalEntity,
  ProposalStepEntity,
  ReactionEntity,
  ReadMarkEntity,
  RecordEntryEntity,
  RecordLogEntity,
  RoomEntity,
  SecretBallotEntity,
  SetupLinkEntity,
  SourceEntity,
  TranscriptImportEntity,
];

/** Mail is not what is tested. */
@Global()
@Module({
  providers: [{ provide: MailOutbox, useValue: { enqueue: () => Promise.resolve() } }],
  exports: [MailOutbox],
})
class NoMail {}

/** All features in one process on a real database, without a socket. */
export interface TranscriptNode {
  app: NestExpressApplication;
  dataSource: DataSource;
  /** A participant of a meeting as the caller of a service; the first of the meeting when none is named. */
  member(meeting: string, participant?: string): Promise<Member>;
  close(): Promise<void>;
}

/** Starts the features on a migrated database. */
export async function startTranscriptNode(url: string): Promise<TranscriptNode> {
  const dataSource = createDataSource({ url, entities: ENTITIES, migrations: MIGRATIONS });
  await dataSource.initialize();
  const platform = PlatformModule.forRoot({
    config: new Config(),
    logger: new JsonLogger(createLogger('silent')),
    secret: ServerSecret.fromText('a secret of thirty-two characters'),
  });
  const imports = [
    platform,
    PersistenceModule.forRoot(dataSource),
    NoMail,
    IdentityModule,
    RecordModule,
    MeetingsModule,
    FloorModule,
    DiscussionModule,
    ProposalsModule,
    TranscriptModule,
    ApiDocumentsModule,
  ];
  const builder = Test.createTestingModule({ imports });
  const app = (await builder.compile()).createNestApplication<NestExpressApplication>({ logger: false });
  app.useGlobalFilters(new HttpErrorFilter(app.get(JsonLogger)));
  await app.init();
  return {
    app,
    dataSource,
    member: (meeting, participant) => readMember(dataSource, meeting, participant),
    close: async () => {
      await app.close();
      await dataSource.destroy();
    },
  };
}

async function readMember(dataSource: DataSource, meeting: string, participant?: string): Promise<Member> {
  const [row] = (await dataSource.query(
    `SELECT p.id, r.id AS room, p.roles, m.state FROM meetings_participants p
     JOIN meetings_rooms r ON r.meeting_id = p.meeting_id JOIN meetings_meetings m ON m.id = p.meeting_id
     WHERE p.meeting_id = $1 AND ($2::uuid IS NULL OR p.id = $2) ORDER BY p.id LIMIT 1`,
    [meeting, participant ?? null],
  )) as { id: string; room: string; roles: Membership['roles']; state: Membership['meetingState'] }[];
  if (!row) throw new Error('Nobody is in this meeting.');
  const membership: Membership = {
    participantId: row.id,
    meetingId: meeting,
    roomId: row.room,
    roles: row.roles,
    audience: 'staff',
    meetingState: row.state,
  };
  return { principal: { loginId: row.id, account: null, invitation: null }, membership };
}
