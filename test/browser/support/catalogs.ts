import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

type Catalog = Record<'en' | 'ru' | 'ky', Record<string, string>>;

const SOURCES = resolve('apps/web/src');

/** English sentences of the interface that read differently in the other language; those with places are left out. */
export async function untranslatedIn(locale: 'ru' | 'ky'): Promise<string[]> {
  const catalogs = await readCatalogs();
  const foreign = new Set<string>();
  const own = new Set<string>();
  for (const catalog of catalogs)
    for (const [key, english] of Object.entries(catalog.en)) {
      const words = catalog[locale][key] ?? '';
      own.add(words);
      if (!/[{<]/.test(english) && /[a-z]{2}/i.test(english)) foreign.add(english);
    }
  return [...foreign].filter((words) => !own.has(words));
}

async function readCatalogs(): Promise<Catalog[]> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|[/\\])messages\.ts$/.test(file),
  );
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(SOURCES, file)).href) as Promise<{ messages: Catalog }>),
  );
  return modules.map(({ messages }) => messages);
}
