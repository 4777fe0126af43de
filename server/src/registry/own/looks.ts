// SPDX-License-Identifier: Apache-2.0
// 谁看过我的信息. Organisation and role answer for a look; the name of the worker is not told.
import type { ItemBody } from '@lilong/contracts/item-body';
import { Refusal } from '@lilong/contracts/refusals';
import type { OwnLook, ownLooks } from '@lilong/contracts/registry-own';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Entry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { labelNames } from '../labels.ts';
import { helped } from '../mandates/log.ts';
import { type LookFound, selectLooks } from './own-queries.ts';
import { type OwnKey, type Say, sayerFor } from './say.ts';
import { tellWard, whom } from './wards.ts';

const page = 30; // entries on a screen

export async function showLooks(
  ctx: Ctx,
  { before, of }: InputOf<typeof ownLooks>,
): Promise<ReplyOf<typeof ownLooks>> {
  const { person, ward } = await whom(ctx, of);
  if (ward?.purpose === 'family') throw new Refusal('auth.denied', { action: 'ward' });
  const looks = await looksOf(ctx, before, page + 1);
  if (ward === undefined) ctx.note({ act: 'registry.own-looks', subject: `person ${person.no}` });
  else if (before === undefined) await tellWard(ctx, ward, ['looks']);
  return { looks: looks.slice(0, page), more: looks.length > page };
}

export async function looksOf(
  ctx: Ctx,
  before: number | undefined,
  limit: number,
): Promise<OwnLook[]> {
  const say = sayerFor(ctx);
  const elements = new Map(
    (await ctx.catalogue.rows(ctx.db, 'element', ctx.now)).map((row) => [row.key, row]),
  );
  const purposes = await purposeNames(ctx);
  const items = await ctx.catalogue.rows(ctx.db, 'item', ctx.now);
  const words = { say, labels: await labelNames(ctx), purposes, elements, items };
  const rows = await selectLooks(ctx, before, limit);
  return rows.map((row) => ({
    no: row.no,
    at: row.at.toISOString(),
    organisationName: row.organisationName,
    roleName: say.reader(row.role),
    act: row.act,
    says: whatWasDone(row, words),
    purpose: say.named(words.purposes.get(row.purpose), row.purpose),
    held: row.held === null ? null : say.day(new Date(row.held.getTime() - 1)), // the last day
  }));
}

/** Purposes by key, with the newest name of each. */
export async function purposeNames(ctx: Ctx): Promise<ReadonlyMap<string, Entry>> {
  const rows = await ctx.catalogue.rows(ctx.db, 'purpose', ctx.now);
  return new Map(rows.map((row) => [row.key, row]));
}

interface Words {
  readonly say: Say;
  readonly labels: ReadonlyMap<string, Entry>;
  readonly elements: ReadonlyMap<string, Entry>;
  readonly items: readonly Entry[];
}
/** What is done with one value, by the data-element catalogue. */
const aboutValue: Readonly<Record<string, OwnKey>> = {
  objection: 'own.look.objection',
  objected: 'own.look.objected',
  evidence: 'own.look.evidence',
  corrected: 'own.look.corrected',
};
const changes: Readonly<Record<string, OwnKey>> = {
  'moved-in': 'own.look.moved-in',
  'moved-out': 'own.look.moved-out',
  born: 'own.look.born',
  died: 'own.look.died',
  binding: 'own.look.binding',
  unbound: 'own.look.unbound',
  leader: 'own.look.leader',
  merged: 'own.look.merged',
  parted: 'own.look.parted',
  apart: 'own.look.apart',
  member: 'own.look.member',
  guardian: 'own.look.guardian',
  'guardian-of': 'own.look.guardian-of',
  'guardian-ended': 'own.look.guardian-ended',
  mandate: 'own.look.mandate',
};

/** What a card was opened by, where that is told. */
const cards: Readonly<Record<string, OwnKey>> = {
  id: 'own.look.document',
  shown: 'own.look.shown',
  proxy: 'own.look.proxy',
  'offer-told': 'own.look.offer-told',
  collected: 'own.look.collected',
  'collected-for': 'own.look.collected-for',
  'collection-read': 'own.look.collection-read',
  'collection-counted': 'own.look.collection-counted',
  'paper-returned': 'own.look.paper-returned',
  affairs: 'own.look.affair',
  agreed: 'own.look.agreed',
};
/** The same with what of the person it was done with. */
const used: Readonly<Record<string, OwnKey>> = {
  affairs: 'own.look.affair-used',
  agreed: 'own.look.agreed-used',
};

function whatWasDone({ act, elements, organisationName }: LookFound, words: Words): string {
  const { say, labels, elements: names } = words;
  const [element = ''] = elements;
  const [done = '', what = ''] = element.split(' ');
  const about = aboutValue[done];
  if (about !== undefined) return say(about, { what: say.named(names.get(what), what) });
  if (done === 'offer') return byRule(Number(what), words);
  if (done === 'helped') return helpedWith(what, elements[1], words);
  if (element === 'helper-named') return say('own.look.helper-named');
  if (element === 'consent-withdrawn') return say('own.look.consent-withdrawn');
  if (organisationName === null)
    return say(element === 'looks' ? 'own.look.kin-looks' : 'own.look.kin');
  const uses = used[element];
  if (uses !== undefined && elements.length > 1)
    return say(uses, { what: elements.slice(1).join('、') });
  if (act === 'card') return say(cards[element] ?? 'own.look.card');
  if (act === 'export') return say('own.look.export');
  if (act === 'reveal')
    return say('own.look.reveal', {
      what: element.endsWith('phone') ? say('own.phone') : say('own.look.id'),
    });
  const label = /^label (.+)$/.exec(element)?.[1];
  if (label !== undefined)
    return say('own.look.label', { label: say.named(labels.get(label), label) });
  return say(changes[element] ?? 'own.look.change');
}

/** 帮办: what a helper did, with which matter. */
function helpedWith(did: string, item: string | undefined, { say, items }: Words): string {
  const key = helped.find((one) => one === did);
  if (key === undefined) return say('own.look.kin');
  return say(`own.look.helped-${key}`, {
    item: say.named(
      items.findLast((one) => one.key === item),
      item ?? '',
    ),
  });
}

/** 免申即享: the program compared somebody with the conditions that stood with an item. */
function byRule(row: number, { say, items }: Words): string {
  const entry = items.find(({ no }) => no === row);
  const { unasked } = (entry?.body ?? {}) as Partial<ItemBody>;
  const conditions = (unasked?.entitled ?? []).map(({ says, saysEn, element = '' }) =>
    say.either(says ?? element, saysEn),
  );
  return say('own.look.offer', { item: say.named(entry, ''), conditions: conditions.join('、') });
}
