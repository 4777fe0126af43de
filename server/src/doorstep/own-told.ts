// SPDX-License-Identifier: Apache-2.0
// Papers that were collected at the door, in 我的数据: what, by whom, and where each is.
import { formatRef } from '@lilong/contracts/refs';
import type { OwnValue } from '@lilong/contracts/registry-own';
import { speak } from '@lilong/contracts/words';
import { en } from '@lilong/contracts/words/en';
import { ownEn } from '@lilong/contracts/words/en-own';
import { zh } from '@lilong/contracts/words/zh';
import { ownZh } from '@lilong/contracts/words/zh-own';
import { type SqlBool, sql } from 'kysely';
import { type PaperFound, selectOfDoor } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { TellOwn } from '../kernel/own-told.ts';
import { dayIn } from '../kernel/today.ts';
import { type CollectionFound, selectCollections } from './queries.ts';

const voices = { zh: speak('zh', zh, ownZh), en: speak('en', en, ownEn) };
const most = 100_000;

export const tellCollections: TellOwn = async (ctx) => {
  const mine = sql<SqlBool>`c.person = any(registry.persons())`;
  const values: OwnValue[] = [];
  for (const row of await selectCollections(ctx, mine, most)) values.push(await saidOf(ctx, row));
  return { group: 'papers', values };
};

async function saidOf(ctx: Ctx, row: CollectionFound): Promise<OwnValue> {
  const { language } = ctx.actor;
  const say = (key: keyof typeof ownZh, facts: Readonly<Record<string, string>> = {}) =>
    voices[language]._(key, facts);
  const papers = await selectOfDoor(ctx, row);
  const joined = papers.find(({ application }) => application !== null);
  const matter = { street: joined?.street ?? 0, no: joined?.application ?? 0 };
  return {
    ...{ key: 'papers', name: say('own.papers'), code: null, number: null, label: null },
    says: language === 'en' ? (row.item_name_en ?? row.item_name) : row.item_name,
    ...{ source: row.organisationName, day: dayIn(ctx, row.collected_at), ref: null },
    more: [
      say('own.no', { ref: formatRef('D', row) }),
      say('own.papers-by', { name: row.worker_name }),
      say('own.papers-to', { centre: row.centreName }),
      say(`own.papers-agreed.${row.agreed}`),
      ...(joined === undefined ? [] : [say('own.papers-for', { ref: formatRef('A', matter) })]),
      ...papers.map((paper) => say('own.paper', factsOf(say, language, paper))),
      ...(row.checked_at === null
        ? []
        : [say('own.papers-checked', { day: dayIn(ctx, row.checked_at) })]),
      ...(row.words === null ? [] : [say('own.papers-words', { words: row.words })]),
    ],
  };
}

type Say = (key: keyof typeof ownZh, facts?: Readonly<Record<string, string>>) => string;
/** What it is, how many, and where. */
function factsOf(say: Say, language: 'zh' | 'en', paper: PaperFound) {
  const { name, name_en, material, form, count, counted, state, holderName, goingToName } = paper;
  const where = { who: holderName ?? '', to: goingToName ?? '' };
  return {
    name: (language === 'en' ? (name_en ?? name) : name) ?? material,
    form: say(`own.paper.${form ?? 'original'}`),
    count: counted !== null && counted !== count ? `${count} → ${counted}` : String(count),
    at: say(`own.paper-at.${state}`, where),
  };
}
