// SPDX-License-Identifier: Apache-2.0
// What may be asked for: the categories in force. The office settles the category in the end.
import { Refusal } from '@lilong/contracts/refusals';
import { parseLimit } from '../kernel/calendar.ts';
import { dateOfDay, zoneOf } from '../kernel/calendar-zone.ts';
import { type Entry, holds, type Kind } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { say } from '../kernel/problem.ts';
import { sayServer } from '../kernel/voice.ts';
import type { Spark } from './format.ts';

/** The list of services. */
export async function listServices(ctx: Ctx): Promise<Spark> {
  const entries = await inForce(ctx, 'category');
  const nameOf = await namer(ctx);
  const conditions = await conditionsByCategory(ctx);
  return entries.map((entry) => serviceOf(entry, nameOf(entry), conditions.get(entry.key) ?? []));
}

function serviceOf(entry: Entry, service_name: string, conditions: readonly Entry[]): Spark {
  const group = text(entry.body.majorName);
  const chip = entry.body.chip as { name?: unknown } | undefined; // checked when it was approved
  const keywords = new Set([entry.name, entry.nameEn ?? '', text(chip?.name), group]);
  return {
    service_code: entry.key,
    service_name,
    description: conditions.map(({ body }) => text(body.registerWhen)).join('；'),
    metadata: isGraded(conditions),
    type: 'realtime',
    keywords: [...keywords].filter((word) => word !== '').join(', '),
    group,
  };
}

/**
 * The graded conditions of a service, each with its time limit. They inform; nothing has to be filled in.
 *
 * @throws {Refusal} open311.service
 */
export async function defineService(ctx: Ctx, code: string): Promise<Spark> {
  const entry = (await inForce(ctx, 'category')).find(({ key }) => key === code);
  if (entry === undefined) throw new Refusal('open311.service', { code }, 'service_code');
  const conditions = (await conditionsByCategory(ctx)).get(code) ?? [];
  const attributes = isGraded(conditions) ? conditions.map((one) => attributeOf(ctx, one)) : [];
  return { service_code: code, attributes };
}

function attributeOf(ctx: Ctx, { body }: Entry): Spark {
  const { language } = ctx.actor;
  const { kind, amount } = parseLimit(text(body.limit));
  const limit = say(language, `limit.${kind}`, { count: amount });
  return {
    variable: false,
    code: `condition-${Number(body.order)}`,
    datatype: 'string',
    required: false,
    datatype_description: sayServer(language, 'open311.limit-kind'),
    order: Number(body.order),
    description: sayServer(language, 'open311.condition', { limit, when: text(body.registerWhen) }),
  };
}

const isGraded = (conditions: readonly Entry[]): boolean => conditions.length > 1;

/** Names of all services, also of those that are no more: a running case keeps its own. */
export async function serviceNames(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await ctx.catalogue.rows(ctx.db, 'category', ctx.now);
  const nameOf = await namer(ctx);
  return new Map(rows.map((entry) => [entry.key, nameOf(entry)]));
}

/** Codes of the services whose requests others may see today. */
export async function visibleServices(ctx: Ctx): Promise<string[]> {
  const entries = await inForce(ctx, 'category');
  return entries.filter(({ body }) => body.othersMaySee === true).map(({ key }) => key);
}

/** Says a service's name in the reader's language. Where two have the same one, the kind tells them apart. */
async function namer(ctx: Ctx): Promise<(entry: Entry) => string> {
  const { language } = ctx.actor;
  const plain = (entry: Entry) => (language === 'en' ? (entry.nameEn ?? entry.name) : entry.name);
  const named = Map.groupBy(await inForce(ctx, 'category'), plain);
  return (entry) => {
    const name = plain(entry);
    if ((named.get(name)?.length ?? 0) < 2) return name;
    return sayServer(language, 'open311.of-kind', { name, kind: text(entry.body.kind) });
  };
}

async function inForce(ctx: Ctx, kind: Kind): Promise<Entry[]> {
  const today = dateOfDay(zoneOf(ctx.config.TIME_ZONE).dayOf(ctx.now.getTime()));
  return (await ctx.catalogue.rows(ctx.db, kind, ctx.now)).filter((entry) => holds(entry, today));
}

async function conditionsByCategory(ctx: Ctx): Promise<Map<string, Entry[]>> {
  const entries = await inForce(ctx, 'condition');
  entries.sort((a, b) => Number(a.body.order) - Number(b.body.order));
  return Map.groupBy(entries, ({ body }) => text(body.category));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
