// SPDX-License-Identifier: Apache-2.0
import type { Page } from 'playwright-core';

/** What 长辈版 promises: domain 8.6 asks 60 px of main controls, 44 of others, and type from 18 px; we hold a little more. */
export const elderFloor = { controlPx: 60, targetPx: 48, typePx: 20 } as const;

/** What is too small for a finger or for old eyes on the page as it stands, one sentence each. */
export function tooSmall(page: Page, floor: typeof elderFloor): Promise<string[]> {
  return page.evaluate(({ controlPx, targetPx, typePx }) => {
    /** What is for screen readers only is cut to a pixel, or lies in something that is. */
    const shown = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      const { visibility, overflow } = getComputedStyle(element);
      if (element.getClientRects().length === 0 || visibility !== 'visible') return false;
      if ((width <= 1 || height <= 1) && overflow !== 'visible') return false;
      return element.parentElement === null || shown(element.parentElement);
    };
    const called = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').trim().slice(0, 20)}”`;
    /** A radio or a file is chosen by its label, which is what a finger meets. */
    const touched = (element: Element) =>
      element.matches('input[type=radio], input[type=checkbox], input[type=file]')
        ? (element.closest('label') ?? element)
        : element;
    const targets = [...document.querySelectorAll('a[href], button, input, textarea, select')]
      .map(touched)
      .filter(shown);
    const small = targets.flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      const least = target.matches('a:not(.button)') ? targetPx : controlPx;
      return width < targetPx - 0.5 || height < least - 0.5
        ? [`${called(target)} is ${Math.round(width)} × ${Math.round(height)} px`]
        : [];
    });
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const fine = new Set<string>();
    while (words.nextNode() !== null) {
      const parent = words.currentNode.parentElement;
      if (parent === null || words.currentNode.nodeValue?.trim() === '') continue;
      if (parent.closest('svg, script, style') !== null || !shown(parent)) continue; // a map has its list
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < typePx) fine.add(`${called(parent)} is set in ${size} px`);
    }
    return [...new Set(small), ...fine];
  }, floor);
}
