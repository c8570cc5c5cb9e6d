import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PLACE = '/usr/bin/chromium';

/** Root needs the first; the others keep the browser from calling home while it is tested. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium of CHROMIUM_PATH, or of the usual place, and says what to do where there is none. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] || USUAL_PLACE;
  if (!existsSync(executablePath))
    throw new Error(
      `There is no Chromium at ${executablePath}. Set CHROMIUM_PATH to the program, or run the tests with "npm test", which finds it.`,
    );
  return chromium.launch({ executablePath, args: FLAGS });
}
