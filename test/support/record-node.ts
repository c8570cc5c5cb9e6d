import { isDeepStrictEqual } from 'node:util';
import { Global, Injectable, Module, type INestApplication, type ModuleMetadata } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  PROTOCOL_VERSION,
  type Audience,
  type Membership,
  type Principal,
  type Role,
} from '@roundtable/contracts';
import { createDataSource, MIGRATIONS, PersistenceModule, UnitOfWork } from '@roundtable/persistence';
import {
  attachCaller,
  Authenticator,
  Authorizer,
  Clock,
  Config,
  createLogger,
  HttpErrorFilter,
  JsonLogger,
  MembershipReader,
  newId,
  PlatformModule,
  Policies,
  ServerSecret,
  SystemClock,
  type AuthorizationContext,
  type WhyNobody,
} from '@roundtable/platform';
import { EndedLogins, type EndedLogin, type LiveSocket } from '@roundtable/realtime';
import { RecordFeatures, RecordModule, RecordService, type AppendCommand } from '@roundtable/record';
import { io, type Socket } from 'socket.io-client';
import type { DataSource } from 'typeorm';
import { BoundedAdapter } from './bounded-adapter.js';
import { registerDiary } from './diary.js';

/** Who somebody is in a test: the cookie `login=<loginId>` stands for them. */
export interface Person {
  principal: Principal;
  membership: Membership;
}

/** People of a test, shared by every node of it: the stand-in for identity and meetings. */
export class People {
  readonly byLogin = new Map<string, Person>();
  readonly ended: EndedLogin[] = [];

  /** Adds somebody to a room. Staff are accounts, the others came on a personal link, as in real meetings. */
  add(room: string, audience: Audience = 'member'): Person {
    const [participantId, meetingId, loginId] = [newId(), newId(), newId()];
    const isStaff = audience === 'staff';
    const role: Role = isStaff ? 'secretary' : audience === 'member' ? 'expert' : 'observer';
    const person: Person = {
      principal: {
        loginId,
        account: isStaff ? { id: newId(), role: null, name: 'Aizada' } : null,
        invitation: isStaff ? null : { id: newId(), meetingId, participantId },
      },
      membership: { participantId, meetingId, roomId: room, roles: [role], audience, meetingState: 'open' },
    };
    this.byLogin.set(loginId, person);
    return person;
  }

  remove(person: Person): void {
    this.byLogin.delete(person.principal.loginId);
  }

  /** As identity says of a login that is over. */
  whyNobody(loginId: string): WhyNobody {
    const isRevoked = this.ended.some((each) => each.loginId === loginId && each.code === 'link_revoked');
    return isRevoked ? 'link_revoked' : 'unauthenticated';
  }

  membershipIn(room: string, principal: Principal): Membership | null {
    return this.membershipOf(principal.loginId, room);
  }

  membershipOf(loginId: string, room: string): Membership | null {
    const membership = this.byLogin.get(loginId)?.membership;
    // As Postgres does, which takes a uuid in capitals for the same one.
    return membership?.roomId === room.toLowerCase() ? membership : null;
  }
}

/** What a test may change about a node. */
export interface NodeOptions {
  people: People;
  clock?: Clock;
  logLevel?: 'silent' | 'error';
  imports?: ModuleMetadata['imports'];
  redisUrl?: string;
  /** Settings that differ from the standard. */
  config?: Partial<Config>;
  /** Called with the features before anything runs; `registerDiary` unless told. */
  features?: (features: RecordFeatures) => void;
}

/** One process of the product, as far as the record goes: two of them on one database are two nodes. */
export interface RecordNode {
  records: RecordService;
  dataSource: DataSource;
  app: INestApplication;
  /** Makes a room with an empty record. */
  createRoom(): Promise<string>;
  /** Starts listening; returns the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** Starts a node on a migrated database. */
export async function startRecordNode(url: string, options: NodeOptions): Promise<RecordNode> {
  const config = Object.assign(new Config(), { redisUrl: options.redisUrl }, options.config);
  const poolSize = config.databasePool;
  const dataSource = createDataSource({ url, entities: [], migrations: MIGRATIONS, poolSize });
  await dataSource.initialize();
  await dataSource.query('CREATE TABLE IF NOT EXISTS diary (room_id uuid, seq bigint, body text)');
  const module = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({
        config,
        logger: new JsonLogger(createLogger(options.logLevel ?? 'silent')),
        secret: ServerSecret.fromText('a secret of thirty-two characters'),
        clock: options.clock ?? new SystemClock(),
      }),
      PersistenceModule.forRoot(dataSource),
      portsOf(options.people),
      RecordModule,
      ...(options.imports ?? []),
    ],
  }).compile();
  const app = module.createNestApplication({ logger: false });
  app.useWebSocketAdapter(new BoundedAdapter(app));
  app.useGlobalFilters(new HttpErrorFilter(app.get(JsonLogger)));
  (options.features ?? registerDiary)(app.get(RecordFeatures));
  app.get(Policies).register({ 'room.read': mayRead, 'discussion.post': mayPost });
  await app.init();
  const records = app.get(RecordService);
  return {
    records,
    dataSource,
    app,
    createRoom: async () => {
      const room = newId();
      await app.get(UnitOfWork).inTransaction((tx) => records.createLog(tx, room));
      return room;
    },
    listen: async () => {
      await app.listen(0, '127.0.0.1');
      const address = app.getHttpServer().address() as { port: number };
      return `http://127.0.0.1:${address.port}`;
    },
    close: async () => {
      await app.close();
      await dataSource.destroy();
    },
  };
}

/** The command that posts `body`; `over` changes parts of it. */
export function posting(person: Person, body: string, over: Partial<AppendCommand> = {}): AppendCommand {
  return {
    room: person.membership.roomId,
    caller: person,
    permission: 'discussion.post',
    clientId: newId(),
    intent: 'discussion.post',
    payload: { v: PROTOCOL_VERSION, room: person.membership.roomId, body },
    decide: () =>
      Promise.resolve([
        {
          type: 'discussion.posted',
          data: { body, replyTo: null, quote: null, mentions: [], language: null },
        },
      ]),
    ...over,
  };
}

/** The same as an act that looks at nothing, so that it may be committed with one statement. */
export function plainPosting(person: Person, body: string, over: Partial<AppendCommand> = {}): AppendCommand {
  const data = { body, replyTo: null, quote: null, mentions: [], language: null };
  return posting(person, body, { shared: {}, drafts: [{ type: 'discussion.posted', data }], ...over });
}

/** Connects somebody as a browser does. The caller disconnects it. */
export function connect(
  address: string,
  person: Person | null,
  auth: object = { v: PROTOCOL_VERSION },
): Socket {
  const extraHeaders: Record<string, string> = person ? { cookie: `login=${person.principal.loginId}` } : {};
  return io(address, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
    extraHeaders,
  });
}

function mayRead({ membership }: { membership: Membership | null }): true | 'forbidden' {
  return membership && membership.meetingState !== 'draft' ? true : 'forbidden';
}

function mayPost({ membership }: { membership: Membership | null }): true | 'forbidden' | 'meeting_not_open' {
  if (!membership || membership.audience === 'observer') return 'forbidden';
  return membership.meetingState === 'open' ? true : 'meeting_not_open';
}

@Injectable()
class AuthorizerOfPeople extends Authorizer {
  constructor(
    private readonly people: People,
    private readonly policies: Policies,
  ) {
    super();
  }

  override authorize(context: AuthorizationContext): Promise<void> {
    const principal = this.principalOf(context);
    const { room } = context.payload as { room?: unknown };
    const membership =
      principal && typeof room === 'string' ? this.people.membershipIn(room, principal) : null;
    if (!principal) throw new Error('Nobody is signed in.');
    this.policies.demand(context.permission, { principal, membership });
    attachCaller(context, { principal, membership });
    return Promise.resolve();
  }

  private principalOf({ transport, source }: AuthorizationContext): Principal | undefined {
    if (transport === 'socket') return (source as LiveSocket).data.principal;
    const { headers } = source as { headers: { cookie?: string } };
    return this.people.byLogin.get(loginIn(headers.cookie))?.principal;
  }
}

function loginIn(cookie: string | undefined): string {
  return cookie?.replace('login=', '') ?? '';
}

function portsOf(people: People): ModuleMetadata['imports'] extends (infer T)[] | undefined ? T : never {
  @Global()
  @Module({
    providers: [
      { provide: People, useValue: people },
      {
        provide: Authenticator,
        useValue: {
          authenticate: (cookie?: string) =>
            Promise.resolve(people.byLogin.get(loginIn(cookie))?.principal ?? null),
          whyNobody: (cookie?: string) => Promise.resolve(people.whyNobody(loginIn(cookie))),
        } satisfies Authenticator,
      },
      {
        provide: MembershipReader,
        useValue: {
          ofRoom: (principal: Principal, room: string) =>
            Promise.resolve(people.membershipIn(room, principal)),
          ofMeeting: () => Promise.resolve(null),
          demandSame: (memberships, room) => ({
            name: 'same_memberships',
            sql: 'SELECT $1::boolean',
            values: [
              [...memberships].every(([loginId, known]) =>
                isDeepStrictEqual(people.membershipOf(loginId, room), known),
              ),
            ],
          }),
        } satisfies MembershipReader,
      },
      {
        provide: EndedLogins,
        useValue: {
          endedAmong: (ids: string[]) =>
            Promise.resolve(people.ended.filter(({ loginId }) => ids.includes(loginId))),
        } satisfies EndedLogins,
      },
      { provide: Authorizer, useClass: AuthorizerOfPeople },
    ],
    exports: [Authenticator, MembershipReader, EndedLogins, Authorizer],
  })
  class Ports {}
  return Ports;
}
