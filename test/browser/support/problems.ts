import type { BrowserContext, Page } from 'playwright-core';

/** What a page should never do; a test may allow what it provokes itself. */
export interface Problems {
  /** Gives what was found since it was last asked. */
  take(): string[];
  /** From here on, messages like these are what the test is about. */
  allow(...patterns: RegExp[]): void;
}

/** What Chromium writes when the line or the server is gone, which some tests are about. */
export const LOST_LINE = /net::ERR_|WebSocket connection to|Failed to load resource/;

/** Collects errors of the console, exceptions nobody caught, and violations of the content security policy. */
export function collectProblems(context: BrowserContext): Problems {
  const found: string[] = [];
  const allowed: RegExp[] = [];
  const add = (page: Page | null, text: string) => {
    const where = page ? new URL(page.url()).pathname : 'a worker';
    if (!allowed.some((pattern) => pattern.test(text))) found.push(`${where}: ${text}`);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') add(message.page(), `${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => add(error.page(), error.error().stack ?? String(error.error())));
  return { take: () => found.splice(0), allow: (...patterns) => void allowed.push(...patterns) };
}
