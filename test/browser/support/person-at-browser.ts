import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Person } from '../../support/person.js';
import { collectProblems, type Problems } from './problems.js';

const PATIENCE_MS = 30_000;
const STORAGE_KEY = 'roundtable.preferences';

/** Sizes at which every screen has to work. */
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };

export interface PersonOptions {
  locale?: 'en' | 'ru' | 'ky';
  theme?: 'system' | 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** Where one says one is, on entering by `Stage.seat`. */
  attendance?: 'remote' | 'onSite';
}

/** Somebody with a browser of their own: own cookies, own storage, one page. */
export interface PersonAtBrowser {
  page: Page;
  context: BrowserContext;
  problems: Problems;
  /** Enters by a personal link without the join page, and gives where the room is. */
  enter(link: string, attendance?: 'remote' | 'onSite'): Promise<{ meeting: string; room: string }>;
  close(): Promise<void>;
}

/** Opens a fresh browser profile with the given language, appearance and size. */
export async function newPerson(
  browser: Browser,
  url: string,
  { locale = 'en', theme = 'system', viewport = DESK }: PersonOptions = {},
): Promise<PersonAtBrowser> {
  const isPhone = viewport.width < 600;
  const options: BrowserContextOptions = {
    baseURL: url,
    viewport,
    locale: { en: 'en-GB', ru: 'ru-RU', ky: 'ky-KG' }[locale],
    timezoneId: 'Asia/Almaty',
    reducedMotion: 'reduce',
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    hasTouch: isPhone,
    isMobile: isPhone,
    permissions: ['clipboard-read', 'clipboard-write'],
    storageState: {
      cookies: [],
      origins: [
        { origin: url, localStorage: [{ name: STORAGE_KEY, value: JSON.stringify({ locale, theme }) }] },
      ],
    },
  };
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  const problems = collectProblems(context);
  const page = await context.newPage();
  return {
    page,
    context,
    problems,
    enter: (link, attendance = 'remote') => enterByLink(context, url, link, attendance),
    close: () => context.close(),
  };
}

/** Makes somebody whoever signed in without a screen. */
export async function signInWithCookie({ context }: PersonAtBrowser, { cookie, url }: Person): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
}

async function enterByLink(context: BrowserContext, url: string, link: string, attendance: string) {
  const token = link.slice(link.lastIndexOf('/') + 1);
  const answer = await context.request.post(`/api/v1/join/${token}`, {
    headers: { 'X-Roundtable': '1', Origin: url },
    data: { consent: true, attendance },
  });
  if (!answer.ok()) throw new Error(`Entering was answered with ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as { meeting: string; room: string };
}
