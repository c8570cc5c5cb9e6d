/** A class, as Nest takes providers and modules. */
export type AnyClass = abstract new (...args: never[]) => object;

const DIST = new URL('../../../dist/', import.meta.url);

/** Loads a file of the built server: the very module that the server itself then loads. */
export function built<T>(path: string): Promise<T> {
  return import(new URL(path, DIST).href) as Promise<T>;
}

/** Lets a module provide `useClass` wherever `original` is asked for. */
export function replaceProvider(module: AnyClass, original: AnyClass, useClass: AnyClass): void {
  const providers = Reflect.getMetadata('providers', module) as unknown[];
  if (!providers.includes(original)) throw new Error(`${module.name} does not provide ${original.name}.`);
  const replaced = providers.map((each) => (each === original ? { provide: original, useClass } : each));
  Reflect.defineMetadata('providers', replaced, module);
}
