// SPDX-License-Identifier: Apache-2.0
// 我的数据: what is held, where each value came from, and who may open it.
import { Refusal } from '@lilong/contracts/refusals';
import type {
  endGrant,
  OwnGrant,
  ownData,
  ownGrants,
  ownNumber,
} from '@lilong/contracts/registry-own';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Host } from '../../kernel/host.ts';
import { endThose } from '../mandates/own.ts';
import { openValue } from '../sealed.ts';
import { deleteVisitor } from '../visits/queries.ts';
import type { BindingFound } from './binding-queries.ts';
import { oneself, whoseAccount } from './bound.ts';
import { withdrawOne } from './consents.ts';
import { allOf } from './elsewhere.ts';
import { purposeNames } from './looks.ts';
import {
  endLiveGrant,
  type GrantsAsked,
  type OwnGrantRow,
  selectOwnGrants,
  selectOwnKeys,
} from './own-queries.ts';
import { sayerFor } from './say.ts';
import { ofKin, ofOneself } from './values.ts';
import { tellWard, wardCard, whom } from './wards.ts';

/** What other modules tell of a person. */
export type Tells = Pick<Host, 'tellsOwn' | 'tellGranted'>;

/** Everything, with masked numbers. Somebody bound to nobody learns how to change that. */
export const showOwn =
  (tells: Tells) =>
  async (ctx: Ctx, { of }: InputOf<typeof ownData>): Promise<ReplyOf<typeof ownData>> => {
    const whose = await whoseAccount(ctx);
    if (whose.binding === undefined) {
      const { last } = whose;
      const ended =
        last?.ended_at == null || last.ended_why === null
          ? null
          : { at: last.ended_at.toISOString(), why: last.ended_why };
      return { binding: null, ended, groups: [], grants: [], wards: [] };
    }
    const { binding, person, ward, wards } = await whom(ctx, of);
    const known = { binding: bindingCard(ctx, binding), ended: null, wards: wards.map(wardCard) };
    if (ward !== undefined) {
      const groups = await allOf(ctx, person, ofKin(ward), tells.tellsOwn);
      await tellWard(ctx, ward, []);
      return { ...known, groups, grants: [] };
    }
    ctx.note({ act: 'registry.own', subject: `person ${person.no}` });
    const groups = await allOf(ctx, person, ofOneself, tells.tellsOwn);
    return { ...known, groups, grants: await grantsOf(ctx, person.no, 'live', tells) };
  };

const page = 30; // grants on a screen

/** All of them, a screen at a time. */
export const showGrants =
  (tells: Tells) =>
  async (ctx: Ctx, { before }: InputOf<typeof ownGrants>): Promise<ReplyOf<typeof ownGrants>> => {
    const { person } = await oneself(ctx);
    ctx.note({ act: 'registry.own', subject: `person ${person.no}` });
    const grants = await grantsOf(ctx, person.no, { before, limit: page + 1 }, tells);
    return { grants: grants.slice(0, page), more: grants.length > page };
  };

export function bindingCard(ctx: Ctx, binding: BindingFound) {
  const say = sayerFor(ctx);
  return {
    since: binding.bound_at.toISOString(),
    seenAt: binding.seen_at.toISOString(),
    organisationName: binding.organisationName,
    roleName: say.role(binding.role),
    documentName: say.code('document', binding.document),
  };
}

export async function grantsOf(
  ctx: Ctx,
  person: number,
  asked: GrantsAsked,
  { tellGranted }: Tells,
): Promise<OwnGrant[]> {
  const say = sayerFor(ctx);
  const purposes = await purposeNames(ctx);
  const rows = await selectOwnGrants(ctx, person, asked);
  const grants: OwnGrant[] = [];
  for (const row of rows) {
    const { account, matter, organisation } = row;
    const given = account === null && organisation !== null;
    grants.push({
      ...{ no: row.no, organisationName: row.organisationName, name: row.name },
      roleName: row.role === null ? null : say.reader(row.role),
      purpose: say.named(purposes.get(row.purpose), row.purpose),
      ...{ from: row.from_at.toISOString(), until: row.until_at.toISOString() },
      ...{ holds: row.until_at > ctx.now, kind: kindOf(row), matter: given ? matter : null },
      about: given ? await tellGranted(ctx, { matter, organisation }) : null,
    });
  }
  return grants;
}

function kindOf({ account, purpose }: OwnGrantRow): OwnGrant['kind'] {
  if (account === null) return 'affair';
  const kinds = ['guardian', 'family', 'helper'] as const;
  return kinds.find((kind) => kind === purpose) ?? 'post';
}

/** One's own number, whole; nobody asks oneself for a purpose. */
export async function openOwn(
  ctx: Ctx,
  { number }: InputOf<typeof ownNumber>,
): Promise<ReplyOf<typeof ownNumber>> {
  const { person } = await oneself(ctx);
  const key = (await selectOwnKeys(ctx, person.no))[number];
  if (key === undefined) throw new Refusal('found.nothing', { what: 'number' }, 'number');
  ctx.note({
    act: 'registry.own-number',
    subject: `person ${person.no}`,
    facts: { element: key.kind },
  });
  return { value: openValue(ctx.keys, key.sealed) };
}

/** Takes back a permission that still holds. */
export async function takeBackGrant(
  ctx: Ctx,
  { no }: InputOf<typeof endGrant>,
): Promise<ReplyOf<typeof endGrant>> {
  const { person } = await oneself(ctx);
  const matter = await endLiveGrant(ctx, person.no, no);
  if (matter === undefined) throw new Refusal('found.nothing', { what: 'grant' });
  const consent = /^consent (\d+)$/.exec(matter)?.[1];
  if (consent !== undefined) await withdrawOne(ctx, person.no, Number(consent));
  const mandate = /^mandate (\d+)$/.exec(matter)?.[1];
  if (mandate !== undefined)
    await endThose(
      ctx,
      sql<SqlBool>`m.no = ${Number(mandate)} and m.person = ${person.no}`,
      'person',
    );
  await deleteVisitor(ctx, matter, person.no); // the next window does not get it either
  ctx.note({ act: 'registry.grant-ended', subject: `person ${person.no}`, facts: { grant: no } });
  return { done: true };
}
