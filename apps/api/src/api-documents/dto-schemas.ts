import { createRequire } from 'node:module';
import { getMetadataStorage } from 'class-validator';
import { targetConstructorToSchema, validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { CONTRACT_SCHEMAS } from './contract-schemas.generated.js';
import { moveReferences } from './schema-references.js';

type SchemaObject = Record<string, unknown>;

/** A DTO class, as decorators name it. */
export type DtoClass = new (...values: never[]) => object;

/** What a decorator of ours left behind. */
interface Rule {
  constraints: unknown[];
}

interface TextLimits {
  min?: number;
  max: number;
}

/**
 * The JSON Schemas of every DTO class, by name, from the decorators that validate it: what the documents state is what
 * the server checks.
 */
export function describeDtos(refPrefix: string, used: readonly DtoClass[]): Record<string, SchemaObject> {
  const options = {
    refPointerPrefix: refPrefix,
    classValidatorMetadataStorage: getMetadataStorage(),
    classTransformerMetadataStorage: transformerStorage(),
    additionalConverters: {
      isLine: ({ constraints }: Rule) => text(constraints[0] as TextLimits | undefined),
      isProse: ({ constraints }: Rule) => text(constraints[0] as TextLimits | undefined),
    },
  };
  const schemas = validationMetadatasToSchemas(options) as unknown as Record<string, SchemaObject>;
  // A class that only inherits its fields is not among those that have rules of their own.
  for (const type of used)
    schemas[type.name] ??= targetConstructorToSchema(type, options) as unknown as SchemaObject;
  const dtos = Object.entries(schemas).filter(([name]) => name.endsWith('Dto'));
  return Object.fromEntries(
    dtos.map(([name, schema]) => [name, complete(schema, contractOf(name, refPrefix))]),
  );
}

/** The contract that a DTO implements: `PostMessageDto` is a `PostMessage`. */
function contractOf(dto: string, refPrefix: string): Record<string, SchemaObject> {
  const contract = CONTRACT_SCHEMAS[dto.replace(/Dto$/, '')] as
    { properties?: Record<string, SchemaObject> } | undefined;
  return moveReferences(contract?.properties ?? {}, refPrefix) as Record<string, SchemaObject>;
}

/** Validators of our own have no schema, and an optional field takes null where its contract does: the contract says. */
function complete(schema: SchemaObject, contract: Record<string, SchemaObject>): SchemaObject {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, SchemaObject>);
  return {
    ...schema,
    additionalProperties: false,
    properties: Object.fromEntries(
      properties.map(([name, each]) => [name, completeProperty(each, contract[name])]),
    ),
  };
}

function completeProperty(own: SchemaObject, contract: SchemaObject | undefined): SchemaObject {
  const isUnknown = UNKNOWN.test(JSON.stringify(own));
  if (isUnknown) return contract ?? {};
  return contract && takesNull(contract) ? { anyOf: [own, { type: 'null' }] } : own;
}

/** What stands where only the language's own class is known. */
const UNKNOWN = /"\$ref":"[^"]*\/(Object|Array|String|Number)"/;

function takesNull({ type, anyOf }: SchemaObject): boolean {
  const types = [
    type,
    ...(Array.isArray(anyOf) ? (anyOf as SchemaObject[]).map((each) => each['type']) : []),
  ];
  return types.flat().includes('null');
}

function text(limits?: TextLimits): SchemaObject {
  return { type: 'string', minLength: limits?.min ?? 1, ...(limits && { maxLength: limits.max }) };
}

/** class-transformer does not export its storage, without which nested lists would have no type. */
function transformerStorage(): never {
  const require = createRequire(import.meta.url);
  return (require('class-transformer/cjs/storage.js') as { defaultMetadataStorage: never })
    .defaultMetadataStorage;
}
