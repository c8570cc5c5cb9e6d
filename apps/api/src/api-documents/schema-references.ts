const OWN = '"#/definitions/';

/** Makes schemas that refer to each other under `#/definitions/` refer to each other under another place. */
export function moveReferences(schemas: unknown, prefix: string): unknown {
  return JSON.parse(JSON.stringify(schemas).replaceAll(OWN, `"${prefix}`));
}
