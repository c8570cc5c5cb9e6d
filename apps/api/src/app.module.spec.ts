import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { createDataSource } from '@roundtable/persistence';
import {
  AccessAudit,
  Config,
  createLogger,
  JsonLogger,
  ServerSecret,
  type HandlerAccess,
} from '@roundtable/platform';
import { HandlerScan } from './api-documents/handler-scan.js';
import { AppModule } from './app.module.js';
import { ENTRANCE } from './features.js';

/** Who calls these is a stranger, or somebody whose login the handler itself looks at. */
const PUBLIC_HANDLERS = [
  'ApiDocumentsController.asyncApi',
  'ApiDocumentsController.openApi',
  'AuditController.read',
  'DocumentsGateway.leave',
  'FollowUpsAcrossController.csvOfAll',
  'FollowUpsAcrossController.list',
  'HealthController.live',
  'HealthController.ready',
  'JoinController.calendar',
  'JoinController.enter',
  'JoinController.resend',
  'JoinController.view',
  'LoginController.changePassword',
  'LoginController.endLogin',
  'LoginController.listLogins',
  'LoginController.readMe',
  'LoginController.signIn',
  'LoginController.signOut',
  'MeetingsController.list',
  'MetricsController.read',
  'RecordGateway.leave',
  'SetupController.use',
  'SetupController.view',
];

describe('the handlers of the application', () => {
  let module: TestingModule;
  let handlers: HandlerAccess[];

  beforeAll(async () => {
    const app = AppModule.compose({
      config: new Config(),
      logger: new JsonLogger(createLogger('silent')),
      secret: ServerSecret.fromText('a secret of thirty-two characters'),
      dataSource: createDataSource({ url: 'postgres://nowhere.invalid/none', entities: [], migrations: [] }),
      entrance: ENTRANCE,
    });
    module = await Test.createTestingModule({ imports: [app] }).compile();
    handlers = module.get(AccessAudit).assertComplete();
  });
  afterAll(() => module.close().catch(() => undefined));

  it('name a permission each, but for the public ones, which are these', () => {
    const open = handlers.filter(({ rule }) => rule.kind === 'public').map(({ handler }) => handler);
    expect(open.sort()).toEqual(PUBLIC_HANDLERS);
  });

  it('are all looked at by the audit, every route and every intent', () => {
    const scan = module.get(HandlerScan);
    const served = [...scan.routes(), ...scan.intents()].map(({ handler }) => handler);
    expect(handlers.map(({ handler }) => handler).sort()).toEqual(served.sort());
  });
});
