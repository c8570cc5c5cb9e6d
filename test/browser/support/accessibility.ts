import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What WCAG 2.2 AA asks, and the best practices axe knows. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** While a dialog is open the page behind it is hidden, its landmark and its heading too. */
const RULES_OF_PAGES = ['landmark-one-main', 'page-has-heading-one'];

/** Every violation axe finds on the page as it stands: rule, what it asks, and where. */
export async function findViolations(page: Page): Promise<string[]> {
  const isBehindDialog = (await page.locator('[role="dialog"], [role="alertdialog"]').count()) > 0;
  const axe = new AxeBuilder({ page }).withTags(TAGS).disableRules(isBehindDialog ? RULES_OF_PAGES : []);
  return describe(await axe.analyze());
}

/** Only what depends on colours: the rest was looked at in the other appearance. */
export async function findPoorContrast(page: Page): Promise<string[]> {
  return describe(await new AxeBuilder({ page }).withRules(['color-contrast']).analyze());
}

function describe({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n').slice(1).join(' ').trim() ?? '';
      return `${id} (${help}) at ${target.join(' ')}: ${why.slice(0, 240)}`;
    }),
  );
}
