import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startRoundtable } from '../../support/roundtable.js';
import { launchChromium } from './chromium.js';
import { contactSheet } from './contact-sheet.js';
import { DESK, PHONE } from './person-at-browser.js';
import { SCREENS, type Screen } from './screens.js';
import { Viewers } from './viewers.js';
import { makeWorld } from './world.js';

const LOCALES = ['en', 'ru', 'ky'] as const;
const SIZES = { 1280: DESK, 390: PHONE } as const;
const THEMES = ['light', 'dark'] as const;
const ENTRIES = 10_000;

/** What came of a walk through the screens. */
export interface Pictures {
  taken: number;
  /** Which picture could not be taken, and why. */
  failures: string[];
}

/**
 * Takes pictures of the screens in every language, size and appearance, with a sheet to look at them. `names` are the
 * screens wanted, all of them when empty.
 */
export async function takePictures(folder: string, names: readonly string[]): Promise<Pictures> {
  const wanted = SCREENS.filter(({ name }) => names.length === 0 || names.includes(name));
  mkdirSync(folder, { recursive: true });
  const isLong = wanted.some(({ name }) => name.endsWith('-long'));
  const server = await startRoundtable({ ROUNDTABLE_SAMPLE: '1' });
  try {
    const world = await makeWorld(server, { entries: isLong ? ENTRIES : 0 });
    const browser = await launchChromium();
    const pictures = await walk(folder, wanted, new Viewers(browser, world));
    await browser.close();
    return pictures;
  } finally {
    await server.dispose();
  }
}

/** Both sizes at a time: a machine with two cores is then busy. */
async function walk(folder: string, screens: readonly Screen[], viewers: Viewers): Promise<Pictures> {
  const files: string[] = [];
  const failures: string[] = [];
  const take = async (screen: Screen, locale: (typeof LOCALES)[number], width: keyof typeof SIZES) => {
    const person = await viewers.show(screen, { locale, viewport: SIZES[width] });
    if (!person) return;
    for (const theme of THEMES) {
      await person.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await person.page.locator(`html[data-theme="${theme}"]`).waitFor();
      const file = `${screen.name}.${locale}.${width}.${theme}.png`;
      await person.page.screenshot({ path: join(folder, file) });
      files.push(file);
    }
  };
  await Promise.all(
    Object.keys(SIZES).map(async (key) => {
      const width = Number(key) as keyof typeof SIZES;
      for (const screen of screens)
        for (const locale of LOCALES)
          await take(screen, locale, width).catch((error: unknown) => {
            const why =
              error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
            failures.push(`${screen.name} (${locale}, ${width} px): ${why}`);
          });
    }),
  );
  writeFileSync(
    join(folder, 'index.html'),
    contactSheet(
      screens.map(({ name }) => name),
      files,
    ),
  );
  return { taken: files.length, failures };
}
