import type { Locator, Page } from 'playwright-core';

/** The editor of the text that is open. */
export function textOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Text', exact: true });
}

/** Those who write in it now. */
export function writersOf(page: Page): Locator {
  return page.getByRole('list', { name: 'Writing here' });
}

/** Waits until the line above the text says so. */
export async function stateLine(page: Page, words: string | RegExp): Promise<void> {
  await page
    .getByRole('region', { name: 'Text' })
    .locator('[data-state]')
    .filter({ hasText: words })
    .waitFor();
}

/** The words as they stand, paragraphs by line, without the names of those who write. */
export function textWithoutCarets(page: Page): Promise<string> {
  return textOf(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('[data-caret]')) caret.remove();
    return [...copy.children].map((block) => block.textContent).join('\n');
  });
}

/** Opens the first proposal; on a phone the panels are behind buttons. */
export async function openFirst(page: Page): Promise<void> {
  const tab = page.getByRole('tab', { name: 'Proposals' });
  const button = page.locator('main nav').getByRole('button', { name: /Proposals/ });
  await tab.or(button).first().waitFor();
  await ((await tab.isVisible()) ? tab : button).click();
  await page.getByRole('tabpanel', { name: 'Proposals' }).locator('li button').first().click();
}
