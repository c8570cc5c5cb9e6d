import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startRoundtable, type RunningRoundtable } from '../support/roundtable.js';
import { launchChromium } from './support/chromium.js';
import { HOSTILE, WAS_HARMED } from './support/hostile-words.js';
import { Viewers } from './support/viewers.js';
import { makeWorld, type World } from './support/world.js';

describe('names and words that mean harm', () => {
  let server: RunningRoundtable;
  let browser: Browser;
  let viewers: Viewers;
  let world: World;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startRoundtable({ ROUNDTABLE_SAMPLE: '1' }), launchChromium()]);
    world = await makeWorld(server);
    viewers = new Viewers(browser, world);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });
  afterEach(async () => expect(await viewers.problems()).toEqual([]));

  it.each([
    ['in the room', ({ hostile }: World) => `/m/${hostile.id}/${hostile.room}`],
    ['in the transcript', ({ hostile }: World) => `/m/${hostile.id}/transcript`],
    ['in print', ({ hostile }: World) => `/m/${hostile.id}/transcript/print`],
  ])('are shown as text %s', async (_, path) => {
    const { page } = await viewers.as('hostileExpert');
    await page.goto(path(world));
    for (const words of [HOSTILE.script, HOSTILE.image]) await page.getByText(words).first().waitFor();
    await page.getByText(HOSTILE.turned).first().waitFor();
    const links = await page.locator('a[href^="javascript:" i], img[src="x"]').count();
    expect(links).toBe(0);
    expect(await page.evaluate(WAS_HARMED)).toBe(false);
  });

  it('are shown as text in a proposal and beside it', async () => {
    const { page } = await viewers.as('hostileExpert');
    await page.goto(`/m/${world.hostile.id}/proposals?view=document`);
    await page.locator('blockquote').getByText(HOSTILE.image).first().waitFor();
    expect(await page.evaluate(WAS_HARMED)).toBe(false);
  });

  it('are shown as text to the secretariat', async () => {
    const { page } = await viewers.as('administrator');
    await page.goto(`/m/${world.hostile.id}?show=people`);
    await page.getByRole('rowheader').getByText(HOSTILE.script).first().waitFor();
    expect(await page.evaluate(WAS_HARMED)).toBe(false);
  });
});
