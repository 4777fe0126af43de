// SPDX-License-Identifier: Apache-2.0
// 帮办 in 我的数据: whom the person lets act, and for whom they act; also what is over.
import type { OwnGroup, OwnValue } from '@lilong/contracts/registry-own';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Say } from '../own/say.ts';
import { mandateCard } from './give.ts';
import { type MandateFound, selectMandates } from './queries.ts';

/** Few have any: nothing is said then. `hasPages`: the reader has a page of the single application. */
export async function mandateGroup(
  ctx: Ctx,
  person: number,
  say: Say,
  hasPages: boolean,
): Promise<OwnGroup[]> {
  const rows = await selectMandates(
    ctx,
    sql<SqlBool>`(m.person = ${person} or m.helper = ${person})`,
  );
  const values: OwnValue[] = [];
  for (const row of rows) values.push(await saidOf(ctx, row, row.person === person, say));
  const told = hasPages ? values : values.map((one) => ({ ...one, ref: null }));
  return told.length === 0 ? [] : [{ group: 'mandates', values: told }];
}

async function saidOf(ctx: Ctx, row: MandateFound, given: boolean, say: Say): Promise<OwnValue> {
  const { name, items, matter } = await mandateCard(ctx, row, given ? 'helper_name' : 'name');
  const english = ctx.actor.language === 'en';
  const names = items.map((one) => (english ? (one.nameEn ?? one.name) : one.name));
  return {
    key: 'mandate',
    name: say(given ? 'own.mandate' : 'own.mandate-of'),
    says: say('own.mandate-says', { name, items: names.join(english ? ', ' : '、') }),
    ...{ code: null, number: null, label: null, ref: given ? matter : null },
    source: row.organisationName ?? say('own.self'),
    day: say.day(row.given_at),
    more: [
      ...(matter === null ? [] : [say('own.mandate-one', { ref: matter })]),
      ...(row.certificates ? [say('own.mandate-certificates')] : []),
      row.ended_at === null
        ? say('own.until', { day: row.until_on })
        : say('own.mandate-over', { day: say.day(row.ended_at) }),
    ],
  };
}
