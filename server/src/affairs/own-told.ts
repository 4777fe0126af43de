// SPDX-License-Identifier: Apache-2.0
// 办件 in 我的数据: what somebody applied for, where it stands, and in the file what it was told with.

import { formatRef } from '@lilong/contracts/refs';
import type { OwnValue } from '@lilong/contracts/registry-own';
import type { Ctx } from '../kernel/ctx.ts';
import type { TellOwn } from '../kernel/own-told.ts';
import { dayIn } from '../kernel/today.ts';
import { toldIn } from './page.ts';
import { type ApplicationFound, selectOfPerson } from './queries.ts';
import { inLanguage, sayOwn, sayState } from './say.ts';

const most = { onScreen: 200, inFile: 100_000 } as const;

export const tellAffairs: TellOwn = async (ctx, { whole }) => {
  const rows = await selectOfPerson(ctx, whole ? most.inFile : most.onScreen);
  const values: OwnValue[] = [];
  for (const row of rows) values.push(await saidOf(ctx, row, whole));
  return { group: 'affairs', values };
};

async function saidOf(ctx: Ctx, row: ApplicationFound, whole: boolean): Promise<OwnValue> {
  const ref = formatRef('A', row);
  return {
    ...{ key: 'affair', name: sayOwn(ctx, 'own.affair'), code: row.state },
    says: inLanguage(ctx.actor.language, row.item_name, row.item_name_en),
    source: row.acceptName,
    day: dayIn(ctx, row.applied_at ?? row.started_at),
    more: [
      sayState(ctx, row.state),
      sayOwn(ctx, 'own.no', { ref }),
      ...(row.helper_name === null
        ? []
        : [sayOwn(ctx, 'own.affair-helped', { name: row.helper_name })]),
      ...(row.decideName === row.acceptName
        ? []
        : [sayOwn(ctx, 'own.affair-decides', { who: row.decideName })]),
      ...(row.reason === null ? [] : [sayOwn(ctx, 'own.affair-reason', { reason: row.reason })]),
      ...(whole ? await wholeOf(ctx, row) : []),
    ],
    ...{ number: null, label: null, ref },
  };
}

/** Each answer, value and material, one after another. */
async function wholeOf(ctx: Ctx, row: ApplicationFound): Promise<string[]> {
  const { questions, fields, materials } = await toldIn(ctx, row);
  const pair = (what: string, value: string) => sayOwn(ctx, 'own.pair', { what, value });
  return [
    ...questions.map(({ ask, says }) => pair(ask, says)),
    ...fields.map(({ title, says }) => pair(title, says)),
    ...materials.map(({ name, nameEn, how }) =>
      pair(inLanguage(ctx.actor.language, name, nameEn), sayOwn(ctx, `own.material.${how}`)),
    ),
  ];
}
