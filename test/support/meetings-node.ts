import { Test } from '@nestjs/testing';
import { APP_FILTER } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { FloorModule } from '@roundtable/floor';
import { AccountsService, IdentityModule, SetupService } from '@roundtable/identity';
import { MeetingsModule } from '@roundtable/meetings';
import { NoticesModule } from '@roundtable/notices';
import { PersistenceModule } from '@roundtable/persistence';
import {
  Clock,
  Config,
  createLogger,
  HttpErrorFilter,
  JsonLogger,
  newId,
  PlatformModule,
  ServerSecret,
} from '@roundtable/platform';
import { RealtimeModule } from '@roundtable/realtime';
import { RecordModule } from '@roundtable/record';
import type { DataSource } from 'typeorm';
import { FloorPorts } from '../../apps/api/src/floor-ports.module.js';

/** A clock that a test can put forward. */
export class TestClock extends Clock {
  private offsetMs = 0;

  override now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  forward(ms: number): void {
    this.offsetMs += ms;
  }
}

/** Everything up to meetings, with the floor and mail, answering over HTTP on a free port. */
export interface MeetingsNode {
  app: NestExpressApplication;
  url: string;
  clock: TestClock;
  /** A browser without a login. */
  browser(): Browser;
  /** A browser signed in as a new account of this role. */
  signedIn(role: 'administrator' | 'organiser' | null): Promise<Browser>;
  close(): Promise<void>;
}

/** What a request was answered with. */
export interface Answered<T> {
  status: number;
  body: T;
  code: string | undefined;
  headers: Headers;
}

/** Keeps a cookie and sends it, as a browser does. */
export class Browser {
  cookie = '';

  constructor(private readonly url: string) {}

  get<T>(path: string): Promise<Answered<T>> {
    return this.send('GET', path);
  }
  post<T>(path: string, body: object = {}): Promise<Answered<T>> {
    return this.send('POST', path, body);
  }
  put<T>(path: string, body: object): Promise<Answered<T>> {
    return this.send('PUT', path, body);
  }
  patch<T>(path: string, body: object): Promise<Answered<T>> {
    return this.send('PATCH', path, body);
  }
  delete<T>(path: string, body: object = {}): Promise<Answered<T>> {
    return this.send('DELETE', path, body);
  }

  async upload<T>(path: string, file: Uint8Array, fields: Record<string, string> = {}): Promise<Answered<T>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([Buffer.from(file)]), 'list.csv');
    return this.read(
      await fetch(`${this.url}/api/v1${path}`, { method: 'POST', headers: this.headers(), body: form }),
    );
  }

  private async send<T>(method: string, path: string, body?: object): Promise<Answered<T>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...this.headers(), ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return this.read(response);
  }

  private headers(): Record<string, string> {
    return { 'x-roundtable': '1', ...(this.cookie && { cookie: this.cookie }) };
  }

  private async read<T>(response: Response): Promise<Answered<T>> {
    const [cookie] = response.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const body = (isJson ? JSON.parse(text) : text) as T & { error?: { code: string } };
    return {
      status: response.status,
      body,
      code: isJson ? body?.error?.code : undefined,
      headers: response.headers,
    };
  }
}

export const PASSWORD = 'four calm rivers meet';

/** Starts a node on a migrated database. */
export async function startMeetingsNode(dataSource: DataSource): Promise<MeetingsNode> {
  const config = Object.assign(new Config(), { port: 3000 });
  const clock = new TestClock();
  const logger = new JsonLogger(createLogger('silent'));
  const secret = ServerSecret.fromText('a secret that only this test has, 32 bytes and more');
  const testing = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({ config, logger, secret, clock }),
      PersistenceModule.forRoot(dataSource),
      RealtimeModule,
      RecordModule,
      IdentityModule,
      MeetingsModule,
      FloorModule,
      FloorPorts,
      NoticesModule,
    ],
    providers: [{ provide: APP_FILTER, useClass: HttpErrorFilter }],
  }).compile();
  const app = testing.createNestApplication<NestExpressApplication>({ logger: false });
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const browser = () => new Browser(url);
  return {
    app,
    url,
    clock,
    browser,
    signedIn: async (role) => {
      const email = `${newId()}@basin.example`;
      const { link } = await app.get(AccountsService).create({ email, name: 'Bermet Asanova', role });
      const signedIn = browser();
      await signedIn.post(`/setup/${link.split('/setup/')[1]}`, {
        email,
        name: 'Bermet Asanova',
        password: PASSWORD,
      });
      return signedIn;
    },
    close: () => app.close(),
  };
}

/** The first administrator's link of an empty installation. */
export function firstLink(node: MeetingsNode): Promise<string | null> {
  return node.app.get(SetupService).firstAdministratorLink();
}

/** A meeting's request, as a secretary would send it. */
export function wantedMeeting(change: object = {}) {
  return {
    clientId: newId(),
    title: 'Water and energy exchange',
    host: 'Sary-Ozon Basin Commission',
    startsAt: '2026-03-02T04:00:00Z',
    endsAt: '2026-03-02T10:00:00Z',
    zone: 'Asia/Bishkek',
    languages: ['en', 'ru', 'ky'],
    venue: 'Osh, House of Science',
    remote: true,
    confidentiality: 'members',
    ...change,
  };
}
