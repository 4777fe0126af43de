// SPDX-License-Identifier: Apache-2.0
// Whoever chose English meets Chinese only where it is a proper name or what a person said: every run of Han characters
// on the page must stand in a reply under one of a few fields. Categories, conditions, reasons, states are not among them.
import { setTimeout as delay } from 'node:timers/promises';
import type { Page, Response } from 'playwright-core';

/** Names of places, organisations and people. */
const names =
  /^(name|\w+Name|\w+Names|by|city|unit|path|grids|road|address|organisation|organisations|places|lead|value|actor|door)$/;
/** What people said, wrote, or named as their source. */
const words =
  /^(words|title|question|outcome|reason|reviews|transcript|source|hours|officeHours|detail|facts|reply|decidedReason|unit|remedy|basis)$/;
/** How the city wrote its matters down, and what it holds: parts that have no English. */
const written = /^(\w+En|step|who|where|note|text|article|standard|valid|visitsWhy|help|says)$/;
/** What is called by the city in both languages: its Chinese name is no reason. */
const bilingual = /^(categoryName|majorName)$/;
/** Replies whose rows have their names in both languages. */
const catalogues = /^\/api\/(categories|catalogue)/;

/** Everything in the replies that came that may stand on an English page in Chinese. */
export interface Heard {
  readonly texts: Set<string>;
  /** Replies that are still being read. */
  readonly coming: Set<Promise<void>>;
}

/** So long may what a page was told take to be read. */
const readMs = 10_000;

/** Hears every reply of the program to a page from now on. */
export function listen(page: Page): Heard {
  const heard: Heard = { texts: new Set(), coming: new Set() };
  page.on('response', (response) => {
    const reading = hear(response, heard.texts).finally(() => heard.coming.delete(reading));
    heard.coming.add(reading);
  });
  return heard;
}

async function hear(response: Response, heard: Set<string>): Promise<void> {
  const { pathname } = new URL(response.url());
  if (!pathname.startsWith('/api/') || catalogues.test(pathname)) return;
  if (response.headers()['content-type']?.includes('json') !== true) return;
  keep(await response.json().catch(() => null), '', heard);
}

/** What has a name in English as well is called by it: its Chinese name is no reason. */
const isBilingual = (value: object): boolean => 'nameEn' in value && value.nameEn !== null;

function keep(value: unknown, field: string, heard: Set<string>): void {
  if (typeof value === 'string' && [names, words, written].some((kind) => kind.test(field)))
    if (!bilingual.test(field)) heard.add(value);
  if (Array.isArray(value)) for (const one of value) keep(one, field, heard);
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value))
      if (name !== 'name' || !isBilingual(value)) keep(part, name, heard);
}

/** Runs of Chinese on the page that no reply explains, and that are not marked as the other language's switch. */
export async function unexplained(page: Page, { texts: said, coming }: Heard): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const shown: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode() !== null) {
      const { parentElement, nodeValue } = walk.currentNode;
      if (parentElement === null || parentElement.closest('script, style') !== null) continue;
      if (nodeValue?.trim() === '中文' && parentElement.closest('[lang="zh-CN"]')) continue;
      if (parentElement.closest('.reg-examples b') !== null) continue; // what may be typed
      shown.push(nodeValue ?? '');
    }
    for (const name of ['aria-label', 'placeholder', 'alt', 'title'])
      for (const element of document.querySelectorAll(`[${name}]`))
        shown.push(element.getAttribute(name) ?? '');
    return shown;
  });
  // One that was cut off when its page was left may never be read to its end.
  await Promise.race([Promise.all(coming), delay(readMs, undefined, { ref: false })]);
  coming.clear();
  const known = [...said].join('\n');
  const runs = texts.flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? []);
  return [...new Set(runs)].filter((run) => !known.includes(run));
}
