import type { Page } from 'playwright-core';
import type { World } from './world.js';

/** As whom a screen is looked at. */
export type Viewer =
  | 'stranger'
  | 'administrator'
  | 'sampleExpert'
  | 'sampleRapporteur'
  | 'sampleSecretary'
  | 'waiting'
  | 'emptyRoom'
  | 'hostileExpert'
  | 'hostileRapporteur'
  | 'closedExpert'
  | 'boardChair'
  | 'boardExpert'
  | 'boardSecretary';

/** A screen of the product in one state worth seeing. Nothing here depends on the language. */
export interface Screen {
  name: string;
  viewer: Viewer;
  /** Null where the world was made without what it shows. */
  path(world: World): string | null;
  /** Something that is only there once the screen shows what it is about. */
  ready: string;
  /** Brings it into its state: opens a panel, a dialog, a list. */
  prepare?(page: Page): Promise<void>;
}

const ENTRY = 'article[id^="entry-"]';
const DATA = `main :is(h1, [role="log"])`;

const room = (name: string, viewer: Viewer, of: 'sample' | 'empty' | 'hostile', tab?: number): Screen => ({
  name,
  viewer,
  path: (world) => `/m/${world[of].id}/${world[of].room}`,
  ready: of === 'empty' ? '[role="log"]' : ENTRY,
  ...(tab !== undefined && { prepare: (page: Page) => openTab(page, tab) }),
});

const page = (name: string, viewer: Viewer, path: (world: World) => string | null, ready = DATA): Screen => ({
  name,
  viewer,
  path,
  ready,
});

/** Every screen, in the order somebody meets them. */
export const SCREENS: readonly Screen[] = [
  page('welcome', 'stranger', () => '/'),
  page('login', 'stranger', () => '/login', 'main form'),
  page('setup', 'stranger', ({ setupLink }) => new URL(setupLink).pathname, 'main form'),
  page('setup-gone', 'stranger', () => '/setup/no-such-link'),
  page('not-found', 'stranger', () => '/no/such/place/at/all'),
  page('join', 'stranger', ({ scheduled }) => new URL(scheduled.links['expert'] ?? '').pathname),
  page('join-hostile', 'stranger', ({ hostile }) => new URL(hostile.links['expert'] ?? '').pathname),
  page('join-gone', 'stranger', () => '/join/no-such-link'),
  page('lobby', 'waiting', ({ scheduled }) => `/m/${scheduled.id}/lobby`),
  room('room', 'sampleExpert', 'sample'),
  room('room-speakers', 'sampleExpert', 'sample', 1),
  room('room-proposals', 'sampleRapporteur', 'sample', 2),
  room('room-agenda', 'sampleSecretary', 'sample', 3),
  {
    ...room('room-proposal', 'sampleRapporteur', 'sample', 2),
    prepare: async (page) => {
      await openTab(page, 2);
      await page.locator('[role="tabpanel"] li button').first().click();
      await page.locator('[role="tabpanel"] blockquote').first().waitFor();
    },
  },
  {
    ...room('room-entry-menu', 'sampleExpert', 'sample'),
    prepare: async (page) => {
      await page.locator(ENTRY).last().focus();
      await page.locator(`${ENTRY} [role="toolbar"] button`).last().click();
      await page.locator('[role="menu"]').waitFor();
    },
  },
  { ...room('room-help', 'sampleExpert', 'sample'), prepare: openHelp },
  room('room-empty', 'emptyRoom', 'empty'),
  room('room-hostile', 'hostileExpert', 'hostile'),
  room('room-hostile-speakers', 'hostileRapporteur', 'hostile', 1),
  room('room-hostile-proposals', 'hostileRapporteur', 'hostile', 2),
  page('room-long', 'administrator', ({ long }) => long && `/m/${long.id}/${long.room}`, ENTRY),
  page('closed', 'closedExpert', ({ closed }) => `/m/${closed.id}/closed`),
  page('transcript', 'closedExpert', ({ closed }) => `/m/${closed.id}/transcript`),
  page('transcript-sample', 'sampleExpert', ({ sample }) => `/m/${sample.id}/transcript`),
  page('transcript-search', 'sampleExpert', ({ sample }) => `/m/${sample.id}/transcript?q=page`),
  page('transcript-hostile', 'hostileExpert', ({ hostile }) => `/m/${hostile.id}/transcript`),
  page('transcript-long', 'administrator', ({ long }) => long && `/m/${long.id}/transcript`),
  page('print', 'closedExpert', ({ closed }) => `/m/${closed.id}/transcript/print`, 'h1'),
  page('set', 'sampleRapporteur', ({ sample }) => `/m/${sample.id}/set`),
  page('set-lines', 'boardChair', ({ board }) => `/m/${board.id}/set`, 'main table'),
  page('communique', 'sampleRapporteur', ({ sample }) => `/m/${sample.id}/communique`),
  page('communique-brackets', 'boardExpert', ({ board }) => `/m/${board.id}/communique`, 'main article'),
  page('proposals', 'sampleExpert', ({ sample }) => `/m/${sample.id}/proposals`),
  page('proposals-document', 'sampleExpert', ({ sample }) => `/m/${sample.id}/proposals?view=document`),
  page('proposals-board', 'sampleRapporteur', ({ sample }) => `/m/${sample.id}/proposals?view=board`),
  page('proposals-many', 'boardChair', ({ board }) => `/m/${board.id}/proposals`, 'main table'),
  page(
    'proposals-many-board',
    'boardChair',
    ({ board }) => `/m/${board.id}/proposals?view=board`,
    '[data-card]',
  ),
  page('proposals-none-fits', 'boardExpert', ({ board }) => `/m/${board.id}/proposals?q=zzz`),
  page('proposal-life', 'boardExpert', ({ board }) => `/m/${board.id}/proposals/1`, 'main ol'),
  {
    ...page('proposal-step', 'boardChair', ({ board }) => `/m/${board.id}/proposals/3`, '[data-steps]'),
    prepare: async (page) => {
      await page.locator('[data-steps]').first().click();
      await page.locator('[role="menuitem"]').first().click();
      await page.locator('[role="dialog"] form').waitFor();
    },
  },
  page('amendments', 'boardChair', ({ board }) => `/m/${board.id}/proposals/8`, '[data-amendment]'),
  page(
    'amendments-original',
    'boardExpert',
    ({ board }) => `/m/${board.id}/proposals/8?amendments=original`,
    '[role="tabpanel"] ol',
  ),
  page(
    'amendments-consolidated',
    'boardChair',
    ({ board }) => `/m/${board.id}/proposals/8?amendments=consolidated`,
    '[role="tabpanel"] ol',
  ),
  {
    ...page(
      'amendment-propose',
      'boardExpert',
      ({ board }) => `/m/${board.id}/proposals/10`,
      '[data-propose]',
    ),
    prepare: async (page) => {
      await page.locator('[data-propose]').click();
      await page.locator('[role="dialog"] form').waitFor();
    },
  },
  page('follow-up', 'boardSecretary', ({ board }) => `/m/${board.id}/follow-up`, 'main table'),
  page(
    'follow-up-open',
    'boardExpert',
    ({ board }) => `/m/${board.id}/follow-up?proposal=1`,
    '[role="dialog"] ol',
  ),
  {
    ...page(
      'follow-up-report',
      'boardExpert',
      ({ board }) => `/m/${board.id}/follow-up?proposal=1`,
      '[role="dialog"] ol',
    ),
    prepare: async (page) => {
      await page.locator('[role="dialog"] [data-variant="primary"]').first().click();
      await page.locator('[role="dialog"] form').waitFor();
    },
  },
  {
    ...page(
      'follow-up-change',
      'boardSecretary',
      ({ board }) => `/m/${board.id}/follow-up?proposal=1`,
      '[role="dialog"] ol',
    ),
    prepare: async (page) => {
      await page.locator('[role="dialog"] [data-variant="secondary"]').first().click();
      await page.locator('[role="dialog"] form').waitFor();
    },
  },
  page('follow-up-none', 'sampleExpert', ({ sample }) => `/m/${sample.id}/follow-up`, 'main h2'),
  page('follow-up-across', 'boardExpert', () => '/follow-up', 'main table'),
  page('follow-up-across-none', 'closedExpert', () => '/follow-up', 'main h2'),
  page('proposal-followed-up', 'boardExpert', ({ board }) => `/m/${board.id}/proposals/1`, 'main h2'),
  page('proposal', 'sampleExpert', ({ sample }) => `/m/${sample.id}/proposals/1`),
  page('proposals-hostile', 'hostileExpert', ({ hostile }) => `/m/${hostile.id}/proposals`),
  page('home', 'administrator', () => '/'),
  page('home-expert', 'closedExpert', () => '/'),
  page('new-meeting', 'administrator', () => '/meetings/new', 'main form'),
  page('meeting-draft', 'administrator', ({ draft }) => `/m/${draft.id}`),
  {
    ...page('meeting-people', 'administrator', ({ draft }) => `/m/${draft.id}`),
    prepare: (page) => openTab(page, 1),
  },
  {
    ...page('meeting-add-person', 'administrator', ({ draft }) => `/m/${draft.id}`),
    prepare: async (page) => {
      await openTab(page, 1);
      await page.locator('[role="tabpanel"] button').first().click();
      await page.locator('[role="dialog"] form').waitFor();
    },
  },
  {
    ...page('meeting-delegations', 'administrator', ({ draft }) => `/m/${draft.id}`),
    prepare: (page) => openTab(page, 2),
  },
  page('meeting-edit', 'administrator', ({ draft }) => `/m/${draft.id}/edit`, 'main form'),
  page('meeting-hostile', 'administrator', ({ hostile }) => `/m/${hostile.id}`),
  {
    ...page('meeting-hostile-people', 'administrator', ({ hostile }) => `/m/${hostile.id}`),
    prepare: (page) => openTab(page, 1),
  },
  page('meeting-member', 'closedExpert', ({ closed }) => `/m/${closed.id}`),
  page('acts', 'administrator', ({ draft }) => `/m/${draft.id}/acts`, 'main table'),
  page('people-from-file', 'administrator', ({ draft }) => `/m/${draft.id}/people-from-file`),
  page('imports', 'administrator', () => '/imports'),
  page('logins', 'administrator', () => '/logins'),
  page('accounts', 'administrator', () => '/accounts'),
  page('account-acts', 'administrator', () => '/acts', 'main table'),
  page('outbox', 'administrator', () => '/outbox'),
];

/** On a narrow screen the panels of a room stand behind the bar at the thumb. */
async function openTab(page: Page, at: number): Promise<void> {
  const tab = page.locator('main [role="tab"]').nth(at);
  const button = page.locator('main nav button').nth(at);
  await tab.or(button).first().waitFor();
  if (await tab.isVisible()) await tab.click();
  else await button.click();
  await page.locator('[role="tabpanel"]').first().waitFor();
}

async function openHelp(page: Page): Promise<void> {
  await page.locator('[role="log"]').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('?');
  await page.locator('[role="dialog"]').waitFor();
}
