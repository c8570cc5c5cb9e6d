import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { createDataSource } from '@roundtable/persistence';
import { Config, createLogger, JsonLogger, ServerSecret } from '@roundtable/platform';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { AppModule } from '../app.module.js';
import { ENTRANCE } from '../features.js';
import { ApiDocuments } from './api-documents.js';
import { HandlerScan } from './handler-scan.js';
import { INTENT_ANSWERS } from './intent-answers.js';
import { ROUTE_ANSWERS } from './route-answers.js';

interface Document {
  paths: Record<string, Record<string, { parameters: { name: string }[]; responses: object }>>;
  operations: Record<string, { action: string; messages: { $ref: string }[] }>;
  components: {
    schemas: Record<string, { properties?: Record<string, unknown> }>;
    messages: Record<string, object>;
  };
}

describe('the API documents', () => {
  let module: TestingModule;
  let openApi: Document;
  let asyncApi: Document;

  beforeAll(async () => {
    const app = AppModule.compose({
      config: new Config(),
      logger: new JsonLogger(createLogger('silent')),
      secret: ServerSecret.fromText('a secret of thirty-two characters'),
      dataSource: createDataSource({ url: 'postgres://nowhere.invalid/none', entities: [], migrations: [] }),
      entrance: ENTRANCE,
    });
    module = await Test.createTestingModule({ imports: [app] }).compile();
    openApi = JSON.parse(JSON.stringify(module.get(ApiDocuments).openApi())) as Document;
    asyncApi = JSON.parse(JSON.stringify(module.get(ApiDocuments).asyncApi())) as Document;
  });
  afterAll(() => module.close().catch(() => undefined));

  it('have every route of the server, and no other', () => {
    const routes = module
      .get(HandlerScan)
      .routes()
      .map(({ method, path }) => `${method} ${path}`);
    const written = Object.entries(openApi.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(written.sort()).toEqual([...routes].sort());
    expect(Object.keys(ROUTE_ANSWERS).sort()).toEqual([...routes].sort());
  });

  it('have every intent of the contract with its handler, and no other', () => {
    const intents = module.get(HandlerScan).intents();
    expect(intents.map(({ name }) => name)).toEqual(Object.keys(INTENT_ANSWERS).sort());
    const received = Object.values(asyncApi.operations)
      .filter(({ action }) => action === 'receive')
      .map(({ messages }) => messages[0]?.$ref.split('/').at(-1));
    expect(received.sort()).toEqual(Object.keys(INTENT_ANSWERS).sort());
    expect(intents.filter(({ payload }) => payload === null)).toEqual([]);
  });

  it('refer to nothing that is not there', () => {
    for (const document of [openApi, asyncApi]) {
      const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
        ([, path]) => path ?? '',
      );
      const missing = references.filter((path) => find(document, path) === undefined);
      expect([...new Set(missing)]).toEqual([]);
    }
  });

  it('have schemas that a validator accepts, with the limits that the server enforces', () => {
    const ajv = new Ajv2020({ strict: false, discriminator: true, validateFormats: false });
    for (const schemas of [openApi.components.schemas, asyncApi.components.schemas]) {
      const text = JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/$defs/');
      expect(() => ajv.compile({ $defs: JSON.parse(text) as object })).not.toThrow();
    }
    expect(asyncApi.components.schemas['PostMessageDto']?.properties?.['body']).toMatchObject({
      maxLength: 10_000,
    });
    const validate = ajv.compile({
      ...(JSON.parse(
        JSON.stringify({ $defs: asyncApi.components.schemas }).replaceAll(
          '#/components/schemas/',
          '#/$defs/',
        ),
      ) as object),
      $ref: '#/$defs/PostMessageDto',
    });
    const id = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
    expect(validate({ v: 1, room: id, clientId: id, body: 'Words.' })).toBe(true);
    expect(validate({ v: 1, room: id, clientId: id, body: null })).toBe(false);
    expect(validate({ v: 1, room: id, clientId: id, body: 'Words.', more: 1 })).toBe(false);
    expect(validate({ v: 1, room: id, clientId: id })).toBe(false);
    expect(validate({ v: 1, room: id, clientId: id, body: 'Words.', quote: null })).toBe(true);
  });

  it('state what a list is made of', () => {
    expect(asyncApi.components.schemas['CaptureProposalDto']?.properties?.['sources']).toMatchObject({
      type: 'array',
      items: { $ref: '#/components/schemas/MarkedWordsDto' },
    });
  });

  it('say nothing of how the server is configured', () => {
    expect(JSON.stringify(openApi)).not.toContain('databaseUrl');
    expect(openApi.components.schemas['Config']).toBeUndefined();
  });

  it('state the parameters of a query', () => {
    const search = openApi.paths['/api/v1/meetings/{meeting}/transcript/search']?.['get'];
    expect(search?.parameters.map(({ name }) => name).sort()).toEqual(
      ['delegation', 'from', 'kind', 'limit', 'meeting', 'q', 'speaker', 'to'].sort(),
    );
  });

  it('are made of schema files that are up to date', () => {
    const run = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  }, 60_000);
});

function find(document: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((node, key) => {
    const name = decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[name] : undefined;
  }, document);
}
