import {
  Global,
  Injectable,
  Module,
  type INestApplication,
  type ModuleMetadata,
  type Type,
} from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  audienceOf,
  type Audience,
  type Entry,
  type MeetingState,
  type Membership,
  type Principal,
  type Role,
  type RoomSnapshot,
} from '@roundtable/contracts';
import {
  createDataSource,
  MIGRATIONS,
  PersistenceModule,
  type DataSourceSettings,
} from '@roundtable/persistence';
import {
  Authenticator,
  Authorizer,
  Clock,
  Config,
  createLogger,
  JsonLogger,
  MembershipReader,
  newId,
  PlatformModule,
  ServerSecret,
  type Member,
} from '@roundtable/platform';
import { EndedLogins } from '@roundtable/realtime';
import { RecordModule, RecordReader, RecordRepository, RecordService, type Draft } from '@roundtable/record';
import type { DataSource } from 'typeorm';

/** A meeting of a test and its plenary room. */
export interface TestRoom {
  meeting: string;
  room: string;
}

/** Who takes part: what the server would read from logins and roles, kept in memory and shared by the nodes of a test. */
export class Attendance {
  private readonly byLogin = new Map<string, Membership>();

  seat(principal: Principal, membership: Membership): void {
    this.byLogin.set(principal.loginId, membership);
  }

  setState({ room }: TestRoom, meetingState: MeetingState): void {
    for (const [login, membership] of this.byLogin)
      if (membership.roomId === room) this.byLogin.set(login, { ...membership, meetingState });
  }

  find(principal: Principal, key: 'roomId' | 'meetingId', id: string): Membership | null {
    const membership = this.byLogin.get(principal.loginId);
    return membership?.[key] === id ? membership : null;
  }
}

/** What a node is made of. */
export interface FeatureNodeParts {
  attendance: Attendance;
  modules: Type[];
  entities: DataSourceSettings['entities'];
  /** Modules replaced by smaller ones. */
  replace?: [Type, Type][];
  /** The machine's where left out. */
  clock?: Clock;
}

/** One process with some features on a real database, without a socket. */
export class FeatureNode {
  private constructor(
    readonly app: INestApplication,
    readonly dataSource: DataSource,
    private readonly attendance: Attendance,
  ) {}

  static async start(url: string, parts: FeatureNodeParts): Promise<FeatureNode> {
    const dataSource = createDataSource({ url, entities: parts.entities, migrations: MIGRATIONS });
    await dataSource.initialize();
    const platform = PlatformModule.forRoot({
      config: new Config(),
      logger: new JsonLogger(createLogger('silent')),
      secret: ServerSecret.fromText('a secret of thirty-two characters'),
      ...(parts.clock && { clock: parts.clock }),
    });
    const persistence = PersistenceModule.forRoot(dataSource);
    const ports = portsOf(parts.attendance);
    const builder = Test.createTestingModule({
      imports: [platform, persistence, ports, RecordModule, ...parts.modules],
    });
    for (const [module, smaller] of parts.replace ?? []) builder.overrideModule(module).useModule(smaller);
    const app = (await builder.compile()).createNestApplication({ logger: false });
    await app.init();
    return new FeatureNode(app, dataSource, parts.attendance);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.dataSource.destroy();
  }

  /** Makes an open meeting with an empty record, by SQL: how meetings come about is not what is tested. */
  async createRoom(): Promise<TestRoom> {
    const [meeting, room] = [newId(), newId()];
    await this.dataSource.query('INSERT INTO record_logs (room_id) VALUES ($1)', [room]);
    await this.dataSource.query(
      `INSERT INTO meetings_meetings (id, title, host, state, starts_at, ends_at, zone, languages, is_remote,
         confidentiality, plenary_id, created_at)
       VALUES ($1, 'Data of the upper basin', 'Institute', 'open', now(), now(), 'Asia/Bishkek', '{en}', true,
         'members', $2, now())`,
      [meeting, room],
    );
    await this.dataSource.query(`INSERT INTO meetings_rooms VALUES ($1, $2, 'plenary', 'Plenary')`, [
      room,
      meeting,
    ]);
    return { meeting, room };
  }

  /** Adds somebody to a meeting. */
  async add({ meeting, room }: TestRoom, role: Role, delegation: string | null = null): Promise<Member> {
    const [participantId, loginId] = [newId(), newId()];
    if (delegation)
      await this.dataSource.query(
        `INSERT INTO meetings_delegations (meeting_id, id, name, precedence) VALUES ($1, $2, 'A delegation', 0)
         ON CONFLICT DO NOTHING`,
        [meeting, delegation],
      );
    await this.dataSource.query(
      `INSERT INTO meetings_participants (meeting_id, id, name, roles, delegation_id, added_at)
       VALUES ($1, $2, 'Aizada Sultanova', $3, $4, now())`,
      [meeting, participantId, [role], delegation],
    );
    const principal: Principal = {
      loginId,
      account: null,
      invitation: { id: newId(), meetingId: meeting, participantId },
    };
    const membership: Membership = {
      participantId,
      meetingId: meeting,
      roomId: room,
      roles: [role],
      audience: audienceOf([role]),
      meetingState: 'open',
    };
    this.attendance.seat(principal, membership);
    return { principal, membership };
  }

  /** Appends as the system does: what the features cannot do yet, imports can. */
  appendAsSystem(room: string, drafts: Draft[]): Promise<unknown> {
    const decide = () => Promise.resolve(drafts);
    const command = { room, caller: null, clientId: null, intent: 'import', payload: {}, decide } as const;
    return this.app.get(RecordService).append({ ...command, permission: 'imports.create' });
  }

  entries(room: string): Promise<Entry[]> {
    const all = { from: 1, to: 10_000 };
    return this.app.get(RecordRepository).readRange(this.dataSource.manager, room, all);
  }

  snapshot(room: string, audience: Audience = 'staff'): Promise<RoomSnapshot> {
    const reader = this.app.get(RecordReader);
    return reader.atOneMoment((tx) => reader.readSnapshot(tx, room, audience));
  }
}

function portsOf(attendance: Attendance): Type {
  const memberships: MembershipReader = {
    ofRoom: (principal, room) => Promise.resolve(attendance.find(principal, 'roomId', room)),
    ofMeeting: (principal, meeting) => Promise.resolve(attendance.find(principal, 'meetingId', meeting)),
  };

  @Injectable()
  class Nobody extends Authorizer {
    override authorize(): Promise<void> {
      return Promise.reject(new Error('This node has no wire.'));
    }
  }

  @Global()
  @Module({
    providers: [
      { provide: MembershipReader, useValue: memberships },
      { provide: Authenticator, useValue: { authenticate: () => Promise.resolve(null) } },
      { provide: EndedLogins, useValue: { endedAmong: () => Promise.resolve([]) } },
      { provide: Authorizer, useClass: Nobody },
    ],
    exports: [MembershipReader, Authenticator, EndedLogins, Authorizer],
  } satisfies ModuleMetadata)
  class Ports {}
  return Ports;
}
