import { CLOSE_CODES, PROTOCOL_VERSION, type ServerEvents } from '@roundtable/contracts';
import { CONTRACT_SCHEMAS } from './contract-schemas.generated.js';
import { describeDtos } from './dto-schemas.js';
import type { ScannedIntent } from './handler-scan.js';
import { INTENT_ANSWERS } from './intent-answers.js';
import { moveReferences } from './schema-references.js';

const SCHEMAS = '#/components/schemas/';

/** Events of the server with the contract's type of their payload. A new event without its line does not compile. */
const SERVER_EVENTS: Record<keyof ServerEvents, { schema: string; summary: string }> = {
  'record.entries': { schema: 'RecordEntries', summary: 'A committed batch of entries, ascending.' },
  'record.head': {
    schema: 'RecordHead',
    summary: 'Where the record ends; who is behind asks with record.sync.',
  },
  'presence.changed': { schema: 'PresenceChanged', summary: 'Who came and went. Ephemeral.' },
  'presence.typed': { schema: 'Typed', summary: 'Somebody types. Ephemeral.' },
  'discussion.read_mark': { schema: 'ReadMark', summary: 'The reader’s own mark moved in another tab.' },
  'documents.updated': {
    schema: 'DocumentUpdates',
    summary: 'What was committed in a document, merged; whoever misses some opens it again.',
  },
  'documents.pointed': {
    schema: 'DocumentPointed',
    summary: 'Where people are in a document. Ephemeral.',
  },
  'connection.closing': {
    schema: 'ConnectionClosing',
    summary: `Sent right before the server disconnects. ${Object.entries(CLOSE_CODES)
      .map(([code, sentence]) => `${code}: ${sentence}`)
      .join(' ')}`,
  },
};

/** Writes the AsyncAPI 3 document of the socket, from the intents' handlers, their DTOs and the contracts. */
export function writeAsyncApi(intents: ScannedIntent[], version: string): object {
  const payloads = intents.flatMap(({ payload }) => (payload === null ? [] : [payload]));
  const messages: Record<string, object> = {};
  const operations: Record<string, object> = {};
  for (const intent of intents) Object.assign(messages, intentMessages(intent));
  for (const intent of intents) operations[operationName(intent.name)] = intentOperation(intent);
  for (const [name, { schema, summary }] of Object.entries(SERVER_EVENTS)) {
    messages[name] = { name, summary, payload: { $ref: `${SCHEMAS}${schema}` } };
    operations[operationName(name)] = {
      action: 'send',
      channel: CHANNEL,
      summary,
      messages: [messageOf(name)],
    };
  }
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Roundtable live',
      version,
      description: `Socket.IO events of Roundtable, protocol version ${PROTOCOL_VERSION}. "receive" is what the server takes (intents, each acknowledged), "send" what it emits. docs/protocol.md says how to use them.`,
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: {
      socket: {
        address: '/socket.io/',
        description: 'One connection; the handshake carries the login cookie and `auth: {v}`.',
        messages: Object.fromEntries(
          Object.keys(messages).map((name) => [name, { $ref: `#/components/messages/${name}` }]),
        ),
      },
    },
    operations,
    components: {
      messages,
      schemas: {
        ...(moveReferences(CONTRACT_SCHEMAS, SCHEMAS) as object),
        ...describeDtos(SCHEMAS, payloads),
        Refusal: REFUSAL,
      },
    },
  };
}

const CHANNEL = { $ref: '#/channels/socket' };
const REFUSAL = {
  type: 'object',
  required: ['ok', 'error'],
  additionalProperties: false,
  properties: { ok: { const: false }, error: { $ref: `${SCHEMAS}WireError` } },
};

function intentMessages({ name, payload }: ScannedIntent): Record<string, object> {
  const answer = INTENT_ANSWERS[name];
  const success = answer.schema ? { $ref: `${SCHEMAS}${answer.schema}` } : OK;
  return {
    [name]: {
      name,
      summary: answer.summary,
      payload: payload ? { $ref: `${SCHEMAS}${payload.name}` } : { type: 'object' },
    },
    [`${name}.answer`]: {
      name: `${name} (acknowledgement)`,
      payload: { anyOf: [success, { $ref: `${SCHEMAS}Refusal` }] },
    },
  };
}

const OK = { type: 'object', required: ['ok'], properties: { ok: { const: true } } };

function intentOperation({ name, permission }: ScannedIntent): object {
  return {
    action: 'receive',
    channel: CHANNEL,
    summary: INTENT_ANSWERS[name].summary,
    messages: [messageOf(name)],
    reply: { channel: CHANNEL, messages: [messageOf(`${name}.answer`)] },
    ...(permission !== null && { 'x-permission': permission }),
  };
}

function messageOf(name: string): object {
  return { $ref: `#/channels/socket/messages/${name}` };
}

function operationName(name: string): string {
  return name.replace(/[._](\w)/g, (_, letter: string) => letter.toUpperCase());
}
