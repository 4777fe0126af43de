// SPDX-License-Identifier: Apache-2.0
// What somebody agreed to, as 我的数据 says it of each organisation that it was given to.
import { parseRef } from '@lilong/contracts/refs';
import type { TellGranted } from '../kernel/own-told.ts';
import { dayIn } from '../kernel/today.ts';
import { consentOf } from './consent-queries.ts';
import { itemOfRow } from './items.ts';
import { openKept, toldOf } from './kept.ts';
import { keysOf, officesOfParts } from './parts.ts';
import { selectApplication } from './queries.ts';
import { inLanguage } from './say.ts';

export const tellGranted: TellGranted = async (ctx, { matter, organisation }) => {
  const key = parseRef('A', matter);
  const row = key && (await selectApplication(ctx, key));
  if (row === undefined) return null;
  const [consent] = (await consentOf(row).execute(ctx.db)).rows;
  if (consent === undefined) return null;
  const { language } = ctx.actor;
  const item = await itemOfRow(ctx, row.item_row);
  const told = toldOf(openKept(ctx, row), row.materials);
  const parts = row.parts === 0 ? [] : await officesOfParts(ctx, item, told, row);
  const theirs = parts.filter(({ decides }) => decides === organisation);
  const ours = new Set(theirs.flatMap(({ part }) => [...keysOf(part.body)]));
  const all = parts.length === 0 || organisation === row.accept_org;
  const uses = consent.takes
    .filter((one) => all || ours.has(one.key))
    .map(({ name, nameEn }) => inLanguage(language, name, nameEn));
  return {
    says: inLanguage(language, row.item_name, row.item_name_en),
    ...{ day: dayIn(ctx, consent.at), uses: uses.join(language === 'en' ? ', ' : '、') },
  };
};
