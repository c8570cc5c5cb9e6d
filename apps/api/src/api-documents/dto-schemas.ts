import { createRequire } from 'node:module';
import { getMetadataStorage } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

type SchemaObject = Record<string, unknown>;

interface TextLimits {
  min?: number;
  max: number;
}

/**
 * The JSON Schemas of every DTO class, by name, from the decorators that validate it: what the documents state is what
 * the server checks.
 */
export function describeDtos(refPrefix: string): Record<string, SchemaObject> {
  const schemas = validationMetadatasToSchemas({
    refPointerPrefix: refPrefix,
    classValidatorMetadataStorage: getMetadataStorage(),
    classTransformerMetadataStorage: transformerStorage(),
    additionalConverters: {
      isLine: ({ constraints }) => text(constraints[0] as TextLimits | undefined),
      isProse: ({ constraints }) => text(constraints[0] as TextLimits | undefined),
    },
  }) as unknown as Record<string, SchemaObject>;
  for (const schema of Object.values(schemas)) schema['additionalProperties'] = false;
  return schemas;
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
