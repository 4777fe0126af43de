// SPDX-License-Identifier: Apache-2.0
// What the registry holds on the person who asks, and who looked at it. A look at oneself is no look of somebody.
import { maskId, maskPhone } from '@lilong/contracts/mask';
import { Refusal } from '@lilong/contracts/refusals';
import type { MyData, MyLook, myData, myLooks, revealMine } from '@lilong/contracts/registry-mine';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Entry } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { whoAmI } from './binding.ts';
import { selectKeys, selectPerson } from './card-queries.ts';
import { presenceLine } from './cards.ts';
import { labelNames } from './labels.ts';
import {
  type MyLabelRow,
  selectMyGrants,
  selectMyLabels,
  selectMyLooks,
  selectMyPresences,
} from './mine-queries.ts';
import { sexOf, standingName } from './people.ts';
import { minePolicy } from './policy.ts';
import { openValue } from './sealed.ts';

const looksAtATime = 50;

export async function showMine(
  ctx: Ctx,
  _: InputOf<typeof myData>,
): Promise<ReplyOf<typeof myData>> {
  ctx.requireEver(minePolicy, 'read');
  const binding = await whoAmI(ctx);
  if (binding === undefined) return { mine: null };
  ctx.note({ act: 'registry.mine', subject: `person ${binding.person}` });
  return { mine: await dataOf(ctx, binding.person, binding.from_at) };
}

async function dataOf(ctx: Ctx, no: number, since: Date): Promise<MyData> {
  const person = await selectPerson(ctx, no);
  if (person === undefined) throw new Refusal('found.nothing', { what: 'person' });
  const names = await labelNames(ctx);
  const purposes = await purposeNames(ctx);
  return {
    since: since.toISOString(),
    name: person.name,
    pinyin: person.pinyin,
    sex: sexOf(person.sex),
    bornOn: person.born_on,
    diedOn: person.died_on,
    nation: person.nation,
    registeredIn: person.registered_in,
    abroad: person.abroad,
    protected: person.protected,
    source: person.source,
    recordedAt: person.recorded_at.toISOString(),
    numbers: (await selectKeys(ctx, no)).map(({ kind, document, sealed }) => {
      const value = openValue(ctx.keys, sealed);
      return { element: kind, document, masked: kind === 'id' ? maskId(value) : maskPhone(value) };
    }),
    presences: (await selectMyPresences(ctx, no)).map((row) => ({
      ...presenceLine(row),
      standing: standingName(row.standing),
      recordedAt: row.recorded_at.toISOString(),
    })),
    labels: (await selectMyLabels(ctx, no)).map((row) => labelOf(ctx, names, row)),
    grants: (await selectMyGrants(ctx, no)).map((row) => ({
      organisationName: row.organisationName,
      ...named(purposes, row.purpose),
      from: row.from_at.toISOString(),
      until: row.until_at.toISOString(),
    })),
  };
}

function labelOf(
  ctx: Ctx,
  names: ReadonlyMap<string, Entry>,
  row: MyLabelRow,
): MyData['labels'][number] {
  const opened = row.sealed === null ? row : open(ctx, row.sealed);
  const code = opened.code ?? '';
  const entry = names.get(code);
  return {
    no: row.no,
    code,
    name: entry?.name ?? code,
    nameEn: entry?.nameEn ?? null,
    kind: row.kind,
    organisationName: row.organisationName,
    words: opened.words ?? null,
    from: row.valid_from,
    to: row.valid_to,
    lookAgain: row.look_again,
    verifiedAt: row.verified_at.toISOString(),
    basis: String(entry?.body.basis ?? ''),
    level: Number(entry?.body.sensitivity ?? 1),
  };
}

/** What a sealed label says; the program wrote it. */
const open = (ctx: Ctx, sealed: Buffer) =>
  JSON.parse(openValue(ctx.keys, sealed)) as { code: string; words?: string };

export async function revealOwn(
  ctx: Ctx,
  { element }: InputOf<typeof revealMine>,
): Promise<ReplyOf<typeof revealMine>> {
  ctx.requireEver(minePolicy, 'read');
  const binding = await whoAmI(ctx);
  if (binding === undefined) throw new Refusal('registry.not-bound', {});
  const key = (await selectKeys(ctx, binding.person)).find(({ kind }) => kind === element);
  if (key === undefined) throw new Refusal('found.nothing', { what: element }, 'element');
  ctx.note({ act: 'registry.mine', subject: `person ${binding.person}`, facts: { element } });
  return { value: openValue(ctx.keys, key.sealed) };
}

export async function showLooks(
  ctx: Ctx,
  { before }: InputOf<typeof myLooks>,
): Promise<ReplyOf<typeof myLooks>> {
  ctx.requireEver(minePolicy, 'read');
  const binding = await whoAmI(ctx);
  if (binding === undefined) throw new Refusal('registry.not-bound', {});
  const purposes = await purposeNames(ctx);
  const rows = await selectMyLooks(ctx, binding.person, before, looksAtATime + 1);
  return {
    looks: rows.slice(0, looksAtATime).map(
      (row): MyLook => ({
        no: row.no,
        at: row.at.toISOString(),
        organisationName: row.organisationName,
        role: row.role,
        act: row.act,
        elements: row.elements.map(plainElement),
        ...named(purposes, row.purpose),
      }),
    ),
    more: rows.length > looksAtATime,
  };
}

/** `label lives_alone` is a label; which one stands among the labels. */
const plainElement = (element: string): string => element.split(' ')[0] ?? element;

async function purposeNames(ctx: Ctx): Promise<ReadonlyMap<string, Entry>> {
  const rows = await ctx.catalogue.rows(ctx.db, 'purpose', ctx.now);
  return new Map(rows.map((row) => [row.key, row]));
}

const named = (purposes: ReadonlyMap<string, Entry>, key: string) => {
  const entry = purposes.get(key);
  return { purpose: entry?.name ?? key, purposeEn: entry?.nameEn ?? null };
};
