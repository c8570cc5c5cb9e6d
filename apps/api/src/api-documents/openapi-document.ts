import { ERROR_CODES, ERROR_SENTENCES, PROTOCOL_VERSION } from '@roundtable/contracts';
import { httpStatusOf } from '@roundtable/platform';
import { CONTRACT_SCHEMAS } from './contract-schemas.generated.js';
import { describeDtos } from './dto-schemas.js';
import type { Route } from './handler-scan.js';
import { ROUTE_ANSWERS, type RouteAnswer } from './route-answers.js';
import { moveReferences } from './schema-references.js';

const SCHEMAS = '#/components/schemas/';

/** Writes the OpenAPI 3.1 document of the routes, from their decorators, their DTOs and the contracts. */
export function writeOpenApi(routes: Route[], version: string): object {
  const dtos = describeDtos(
    SCHEMAS,
    routes.flatMap(({ body, query }) => [body, query].filter((each) => each !== null)),
  );
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const answer = ROUTE_ANSWERS[`${route.method} ${route.path}`] ?? { summary: route.handler };
    (paths[route.path] ??= {})[route.method] = writeOperation(route, answer, dtos);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Roundtable',
      version,
      description: `HTTP of Roundtable, protocol version ${PROTOCOL_VERSION}. The live part is described by /api/asyncapi.json, how to use both by docs/protocol.md.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      securitySchemes: {
        login: {
          type: 'apiKey',
          in: 'cookie',
          name: 'roundtable',
          description:
            'Set by POST /api/v1/login, by a set-up link and by entering through a personal link; `__Host-` before its name under TLS.',
        },
      },
      responses: writeErrorAnswers(),
      schemas: { ...(moveReferences(CONTRACT_SCHEMAS, SCHEMAS) as object), ...dtos, Refusal: REFUSAL },
    },
  };
}

const REFUSAL = {
  type: 'object',
  required: ['ok', 'error'],
  additionalProperties: false,
  properties: { ok: { const: false }, error: { $ref: `${SCHEMAS}WireError` } },
};

function writeOperation(route: Route, answer: RouteAnswer, dtos: Record<string, object>): object {
  const [status, success] = writeSuccess(route, answer);
  const body = writeBody(route, answer);
  return {
    operationId: route.handler,
    summary: answer.summary,
    ...(route.permission === null
      ? { security: [] }
      : { security: [{ login: [] }], 'x-permission': route.permission }),
    parameters: [...pathParameters(route), ...queryParameters(route, dtos)],
    ...(body && { requestBody: { required: true, content: body } }),
    responses: { [status]: success, default: { $ref: '#/components/responses/Refusal' } },
  };
}

function writeSuccess({ status }: Route, answer: RouteAnswer): [string, object] {
  const type = answer.file ?? 'application/json';
  const item = answer.schema
    ? { $ref: `${SCHEMAS}${answer.schema}` }
    : answer.file
      ? { type: 'string' }
      : { type: 'object' };
  const schema = answer.isList ? { type: 'array', items: item } : item;
  return [String(status), { description: answer.summary, content: { [type]: { schema } } }];
}

function writeBody({ body }: Route, { multipart }: RouteAnswer): object | null {
  if (multipart) {
    const file = { type: 'string', contentMediaType: 'application/octet-stream' };
    const fields = Object.fromEntries((multipart.fields ?? []).map((name) => [name, { type: 'string' }]));
    const files = { [multipart.files]: multipart.isMany ? { type: 'array', items: file } : file };
    const schema = { type: 'object', required: [multipart.files], properties: { ...files, ...fields } };
    return { 'multipart/form-data': { schema } };
  }
  return body && { 'application/json': { schema: { $ref: `${SCHEMAS}${body.name}` } } };
}

function pathParameters({ path }: Route): object[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Route, dtos: Record<string, object>): object[] {
  const schema = (query && dtos[query.name]) as {
    properties?: Record<string, object>;
    required?: string[];
  } | null;
  return Object.entries(schema?.properties ?? {}).map(([name, each]) => ({
    name,
    in: 'query',
    required: schema?.required?.includes(name) ?? false,
    schema: each,
  }));
}

function writeErrorAnswers(): object {
  const lines = ERROR_CODES.map((code) => `- \`${code}\` (${httpStatusOf(code)}): ${ERROR_SENTENCES[code]}`);
  return {
    Refusal: {
      description: `Refused; the status follows the code.\n\n${lines.join('\n')}`,
      content: { 'application/json': { schema: { $ref: `${SCHEMAS}Refusal` } } },
    },
  };
}
