import type { Page } from 'playwright-core';

/** What is wrong with how the page is laid out: sideways scrolling, words cut off, controls on top of each other. */
export async function findLayoutFaults(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page.evaluate(lookForFaults);
}

/** Runs in the page. */
function lookForFaults(): string[] {
  const SLACK = 1.5;
  const name = (element: Element) => {
    const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
    const classes = [...element.classList].map((each) => each.replace(/_\w+$/, '')).join('.');
    return `<${element.tagName.toLowerCase()}${classes && ` .${classes}`}> "${label.trim().slice(0, 40)}"`;
  };
  const ancestors = (element: Element) => {
    const list: Element[] = [];
    for (let at = element.parentElement; at; at = at.parentElement) list.push(at);
    return list;
  };
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest('[aria-hidden="true"], [inert]');
  /** Words for screen readers stand in a box of one pixel. */
  const isForReaders = (element: Element) =>
    [element, ...ancestors(element)].some(
      (each) =>
        each.clientWidth <= 1 && each.clientHeight <= 1 && getComputedStyle(each).position === 'absolute',
    );
  const scrollerOf = (element: Element) =>
    ancestors(element).find((each) => {
      const { overflowX, overflowY, position } = getComputedStyle(each);
      const scrolls = [overflowX, overflowY].some((value) => value === 'auto' || value === 'scroll');
      return (
        scrolls || position === 'fixed' || position === 'sticky' || each.matches('header, [role="toolbar"]')
      );
    }) ?? document.body;

  const findSideways = (): string[] => {
    const page = document.scrollingElement ?? document.documentElement;
    if (page.scrollWidth <= innerWidth + SLACK) return [];
    const widest = [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > innerWidth + SLACK && isSeen(each))
      .slice(0, 3);
    return [
      `the page scrolls sideways: ${page.scrollWidth} of ${innerWidth} px; ${widest.map(name).join(', ')}`,
    ];
  };

  const findCutWords = (): string[] => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const faults: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.nodeValue?.trim() || !isSeen(element) || isForReaders(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      for (const each of [element, ...ancestors(element)]) {
        const { overflowX, textOverflow, position, webkitLineClamp } = getComputedStyle(each);
        if (overflowX === 'auto' || overflowX === 'scroll') break;
        const isMeant = textOverflow === 'ellipsis' || (webkitLineClamp !== 'none' && webkitLineClamp !== '');
        const hides = overflowX === 'hidden' || overflowX === 'clip';
        const edge = each.getBoundingClientRect();
        const isCut = box.right > edge.right + SLACK || box.left < edge.left - SLACK;
        if (hides && isMeant) break;
        if (hides && isCut) {
          faults.push(`words are cut off at ${name(each)}: "${node.nodeValue.trim().slice(0, 40)}"`);
          break;
        }
        if (position === 'fixed') break;
      }
    }
    return faults;
  };

  const findOverlaps = (): string[] => {
    const CONTROLS =
      'button, a[href], input, textarea, select, [role="tab"], [role="option"], [role="menuitem"]';
    const controls = [...document.querySelectorAll(CONTROLS)]
      .filter((each) => isSeen(each) && !isForReaders(each))
      .map((element) => ({ element, box: element.getBoundingClientRect(), scroller: scrollerOf(element) }))
      .filter(({ box }) => box.width > 2 && box.height > 2);
    const faults: string[] = [];
    for (const [at, one] of controls.entries())
      for (const other of controls.slice(at + 1)) {
        if (one.scroller !== other.scroller) continue;
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        if (one.element.closest('label')?.contains(other.element)) continue;
        // A button inside the frame of its own field.
        if (one.element.matches('input') && one.element.parentElement?.contains(other.element)) continue;
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (width > 2 && height > 2) faults.push(`${name(one.element)} overlaps ${name(other.element)}`);
      }
    return faults;
  };

  return [...new Set([...findSideways(), ...findCutWords(), ...findOverlaps()])].slice(0, 12);
}
