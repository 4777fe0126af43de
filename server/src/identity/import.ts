// SPDX-License-Identifier: Apache-2.0
import type { ImportFault, importStaff } from '@lilong/contracts/identity';
import { streetOf } from '@lilong/contracts/place-no';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { sayRefusal } from '../kernel/problem.ts';
import { saveOrganisation, selectPlacesToName } from '../places/index.ts';
import { type Fault, type Line, readLines } from './import-lines.ts';
import { type Known, type Plan, planImport } from './import-plan.ts';
import {
  insertAccounts,
  insertProposals,
  lockStaffNamed,
  selectOrganisationsNamed,
} from './import-queries.ts';
import { newOneTime } from './passwords.ts';
import { accountPolicy, looksAfter } from './policy.ts';

type Reply = ReplyOf<typeof importStaff>;

/**
 * Organisations, staff and posts from one CSV. Good lines go in and bad ones are named; the same file again
 * changes nothing. Posts wait for the safety administrator.
 */
export async function importCsv(
  ctx: Ctx,
  { csv, dry }: InputOf<typeof importStaff>,
): Promise<Reply> {
  ctx.requireEver(accountPolicy, 'import');
  const { lines, faults } = readLines(csv);
  const plan = planImport(lines, await knownTo(ctx, lines));
  const made = madeBy(plan);
  const passwords = dry ? [] : await carryOut(ctx, plan);
  const act = dry ? 'staff.import-tried' : 'staff.imported';
  ctx.note({ act, place: ctx.actor.post?.places[0], facts: made });
  return {
    lines: lines.length + faults.length,
    good: plan.good,
    faults: [...faults, ...plan.faults]
      .sort((a, b) => a.line - b.line)
      .map((one) => worded(ctx, one)),
    ...made,
    passwords,
  };
}

function worded(ctx: Ctx, { line, field, code, facts }: Fault): ImportFault {
  return { line, field, code, detail: sayRefusal(ctx.actor.language, code, { ...facts }) };
}

async function knownTo(ctx: Ctx, lines: readonly Line[]): Promise<Known> {
  const names = new Set(lines.map(({ fields }) => fields.organisation));
  const logins = new Set(lines.map(({ fields }) => fields.login.toLowerCase()));
  return {
    places: await selectPlacesToName(ctx.db),
    organisations: await selectOrganisationsNamed(ctx.db, [...names]),
    ...(await lockStaffNamed(ctx, [...logins])),
    self: ctx.actor.account,
    looksAfter: (places) => looksAfter(ctx.actor, places),
  };
}

function madeBy(plan: Plan): Pick<Reply, 'organisations' | 'accounts' | 'posts'> {
  return {
    organisations: [...plan.organisations.values()].filter(({ changes }) => changes).length,
    accounts: [...plan.accounts.values()].filter(({ no }) => no === undefined).length,
    posts: plan.posts.length,
  };
}

/** Writes the plan; the first passwords of new accounts. */
async function carryOut(ctx: Ctx, plan: Plan): Promise<Reply['passwords']> {
  const organisations = new Map<string, number>();
  for (const [key, one] of plan.organisations)
    organisations.set(
      key,
      one.changes || one.no === undefined ? await saveOrganisation(ctx, one) : one.no,
    );
  const fresh = [...plan.accounts.values()]
    .filter(({ no }) => no === undefined)
    .map(({ login, name }) => ({ login, name, ...newOneTime(ctx.keys) }));
  const made = await insertAccounts(
    ctx,
    fresh.map(({ login, name, kept }) => ({ login, name, kept })),
  );
  const accountOf = (login: string) => plan.accounts.get(login)?.no ?? made.get(login) ?? 0;
  await insertProposals(
    ctx,
    plan.posts.map(({ organisation, login, role, places }) => ({
      account: accountOf(login),
      organisation: organisations.get(organisation) ?? 0,
      role,
      places,
    })),
  );
  if (plan.posts.length > 0) tellAdministrators(ctx);
  return fresh.map(({ login, password }) => ({ login, password }));
}

function tellAdministrators(ctx: Ctx): void {
  const place = ctx.actor.post?.places[0] ?? 0;
  ctx.emit({
    name: 'staff.imported',
    street: streetOf(place),
    subject: `account:${ctx.actor.account}`,
    place,
    facts: {},
    audience: {},
  });
}
