// SPDX-License-Identifier: Apache-2.0
// A list that is printed or taken out: for a purpose, until a day, and written down for everybody in it.
import { daysAfter } from '@lilong/contracts/days';
import { Refusal } from '@lilong/contracts/refusals';
import { type exportCrowd, exportDays, type exportFile } from '@lilong/contracts/registry-crowds';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { checkPurpose } from '../access.ts';
import { purposeNames } from '../own/looks.ts';
import { crowdPolicy, exportPolicy } from '../policy.ts';
import { lookAs } from '../reach.ts';
import { peopleIn } from './ask.ts';
import { checkConditions } from './check.ts';
import { insertExport, insertLooks, selectExport } from './export-queries.ts';
import { countPeople, selectCrowds } from './queries.ts';
import { pageOf, sayerOfLists, tableOf } from './sheet.ts';
import { countLabels } from './used.ts';

/** Says why and until when; the list itself is fetched, and made, afterwards. */
export async function takeOut(
  ctx: Ctx,
  { crowd, purpose, days = exportDays.usual }: InputOf<typeof exportCrowd>,
): Promise<ReplyOf<typeof exportCrowd>> {
  await ctx.require(crowdPolicy, 'take', { no: crowd });
  await checkPurpose(ctx, purpose);
  const [kept] = await selectCrowds(ctx, crowd);
  if (kept === undefined) throw new Refusal('found.nothing', { what: 'crowd' }, 'crowd');
  await checkConditions(ctx, kept.conditions);
  await lookAs(ctx);
  const people = await countPeople(ctx, kept.conditions);
  const expiresOn = daysAfter(today(ctx), days);
  const no = await insertExport(ctx, kept, { purpose, people, expiresOn });
  return { export: no, people, expiresOn };
}

/** Made anew each time until the day it ends; each time is a line of the audit and one in 谁看过 for everybody in it. */
export async function fetchExport(
  ctx: Ctx,
  { export: no, as }: InputOf<typeof exportFile>,
): Promise<ReplyOf<typeof exportFile>> {
  await ctx.require(exportPolicy, 'fetch', { no });
  const taken = await selectExport(ctx, no);
  if (taken === undefined) throw new Refusal('found.nothing', { what: 'export' }, 'export');
  const { name, conditions, columns, purpose, expiresOn } = taken;
  if (today(ctx) > expiresOn) throw new Refusal('registry.export-over', { day: expiresOn });
  await checkConditions(ctx, conditions);
  await lookAs(ctx);
  const { people } = await peopleIn(ctx, conditions, { after: undefined, most: null });
  const persons = people.map(({ person }) => person);
  await insertLooks(ctx, persons, purpose);
  await countLabels(ctx, conditions, { act: 'export', purpose, people: people.length });
  ctx.note({
    act: 'registry.export',
    subject: `export ${no}`,
    purpose,
    facts: { as, people: people.length },
  });
  const say = sayerOfLists(ctx);
  const said = say('list.said', {
    organisation: taken.organisationName,
    role: say.role(ctx.actor.post?.role ?? ''),
    day: today(ctx),
    purpose: say.named((await purposeNames(ctx)).get(purpose), purpose),
    expires: expiresOn,
    no: String(no),
  });
  const sheet = { title: name, said, columns, people };
  const file = `list-${no}-${today(ctx)}`;
  if (as === 'csv') return { name: `${file}.csv`, type: 'text/csv', text: tableOf(sheet, say) };
  return { name: `${file}.html`, type: 'text/html', text: pageOf(ctx, sheet, say) };
}
