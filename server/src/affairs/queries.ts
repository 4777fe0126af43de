// SPDX-License-Identifier: Apache-2.0
// Single applications. Row-level security stands beneath each statement: reach.ts says what the transaction may see.
import {
  type AffairAct,
  type AffairMoveName,
  openAffairStates,
} from '@lilong/contracts/affair-flow';
import type { RowKey } from '@lilong/contracts/refs';
import { type RawBuilder, sql } from 'kysely';
import { asOne } from '../kernel/as-one.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { json } from '../kernel/db.ts';
import { runLater, runTogether } from '../kernel/pipelined.ts';
import { type ConsentFound, consentOf } from './consent-queries.ts';
import { affairPolicy } from './policy.ts';
import type { ApplicationPatch, ApplicationRow, StepRow } from './tables.ts';

/** What is written as JSON. */
function written({ materials, pauses, ...plain }: ApplicationPatch) {
  return {
    ...plain,
    ...(materials === undefined ? {} : { materials: json(materials) }),
    ...(pauses === undefined ? {} : { pauses: json(pauses) }),
  };
}

export type NewApplication = Omit<ApplicationRow, 'no' | 'version'>;

/** One value for the whole row, so that its sixty columns are not built one by one. */
function insertionOf({ sealed, ...plain }: NewApplication | Omit<ApplicationRow, 'version'>) {
  const columns = ['sealed', ...Object.keys(plain)].map((name) => `"${name}"`).join();
  const row = JSON.stringify({ ...plain, sealed: `\\x${sealed.toString('hex')}` });
  return sql`insert into affairs.application as p (${sql.raw(columns)}) select ${sql.raw(columns)}
    from jsonb_populate_record(null::affairs.application, ${row}::text::jsonb)`;
}

export async function insertApplication(ctx: Ctx, fresh: NewApplication): Promise<ApplicationRow> {
  const { rows } = await sql<{ no: number }>`${insertionOf(fresh)} returning p.no`.execute(ctx.db);
  const [made] = rows;
  if (made === undefined) throw new Error('the application that was written is not there');
  return { ...fresh, no: made.no, version: 0 };
}

export type Can = Pick<Besides, 'can'>;
/** One whose number was taken beforehand, with what is written beside it; what the actor may do. */
export const insertionWith = (
  ctx: Ctx,
  { version: _, ...row }: ApplicationRow,
  beside: readonly RawBuilder<unknown>[],
) => asOne(sql<Can>`${insertionOf(row)} returning ${canOf(ctx)} as can`, ...beside);

/** The row, locked for the rest of the transaction. */
export async function lockApplication(ctx: Ctx, key: RowKey): Promise<ApplicationRow | undefined> {
  const { rows } = await sql<ApplicationRow>`
    select * from affairs.application where street = ${key.street} and no = ${key.no} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

export async function updateApplication(
  ctx: Ctx,
  row: ApplicationRow,
  patch: ApplicationPatch,
): Promise<ApplicationRow> {
  const made = await ctx.db
    .updateTable('affairs.application')
    .set({ ...written(patch), version: row.version + 1 })
    .where('street', '=', row.street)
    .where('no', '=', row.no)
    .returningAll()
    .executeTakeFirstOrThrow();
  return made as ApplicationRow;
}

/** A picture came with the whole, and a part that the actor may read has it among its materials. */
export async function isOfPart(ctx: Ctx, { street, no }: RowKey, file: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from affairs.application p where p.street = ${street} and p.joint = ${no}
      and p.materials @> ${json([{ files: [file] }])} and ${ctx.may(affairPolicy, 'read', 'p')} limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

export async function deleteApplication(ctx: Ctx, { street, no }: RowKey): Promise<void> {
  await ctx.db
    .deleteFrom('affairs.application')
    .where('street', '=', street)
    .where('no', '=', no)
    .execute();
}

export type Did = AffairMoveName | AffairAct;
/** One thing that happened, by whoever acts; `system` when a rule or the clock did it. */
export interface Step {
  readonly did: Did;
  readonly words?: string | null;
  readonly dueAt?: Date | null;
  readonly bySystem?: true;
  /** A helper did it for whoever applies: the name. */
  readonly helper?: string;
}

export type Stepped = { readonly row: ApplicationRow; readonly step: Step };

export const insertStep = (ctx: Ctx, row: ApplicationRow, step: Step): Promise<void> =>
  insertSteps(ctx, [{ row, step }]);

export async function insertSteps(ctx: Ctx, steps: readonly Stepped[]): Promise<void> {
  if (steps.length > 0) await runLater(ctx.db, stepInsertion(steps.map((one) => stepOf(ctx, one))));
}

export const stepInsertion = (steps: readonly StepWritten[]) => sql`
  insert into affairs.step (street, application, at, did, state, organisation, role, account, words, due_at, helper_name)
  select street, application, at, did, state, organisation, role, account, words, due_at, helper_name
  from jsonb_populate_recordset(null::affairs.step, ${JSON.stringify(steps)}::text::jsonb)`;

export type StepWritten = Omit<StepRow, 'no'>;
/** But for its number. */
export function stepOf(
  { actor: { post, kind, account }, now }: Ctx,
  { row, step }: Stepped,
): StepWritten {
  const itself = step.bySystem === true || kind === 'system';
  return {
    ...{ street: row.street, application: row.no, at: now, did: step.did, state: row.state },
    organisation: itself ? null : (post?.organisation ?? null),
    role: itself ? 'system' : (post?.role ?? (step.helper === undefined ? 'resident' : 'helper')),
    account: itself ? null : account,
    ...{ words: step.words ?? null, due_at: step.dueAt ?? null, helper_name: step.helper ?? null },
  };
}

export interface StepFound extends StepWritten {
  readonly organisationName: string | null;
}
export const stepsOf = ({ street, no }: RowKey) => sql<StepFound>`
  select s.*, o.name as "organisationName" from affairs.step s
  left join places.organisation o on o.no = s.organisation
  where s.street = ${street} and s.application = ${no} order by s.no`;

export interface Besides {
  readonly acceptName: string;
  readonly decideName: string;
  readonly receiveName: string | null;
  readonly deliverName: string;
  readonly custodianName: string | null;
  readonly can: Record<string, boolean>;
}
/** `fromDoor`: some of its papers were collected at a door; unasked of one that was written just now. */
export type ApplicationFound = ApplicationRow & Besides & { readonly fromDoor?: boolean };

const names = sql`a.name as "acceptName", d.name as "decideName", r.name as "receiveName",
  l.name as "deliverName", c.name as "custodianName"`;
const joins = sql`join places.organisation a on a.no = p.accept_org
  join places.organisation d on d.no = p.decide_org join places.organisation l on l.no = p.deliver_org
  left join places.organisation r on r.no = p.receive_org
  left join places.organisation c on c.no = p.custodian_org`;

/** With the names of the organisations, and what the actor may do. */
export async function selectApplication(
  ctx: Ctx,
  key: RowKey,
): Promise<ApplicationFound | undefined> {
  return (await applicationOf(ctx, key).execute(ctx.db)).rows[0];
}

/** The same, with its consent and all that happened. */
export async function selectWhole(ctx: Ctx, key: RowKey) {
  const [rows, consents, steps] = await runTogether<[ApplicationFound, ConsentFound, StepFound]>(
    ctx.db,
    applicationOf(ctx, key),
    consentOf(key),
    stepsOf(key),
  );
  const [row] = rows;
  return row && { row, consent: consents[0], steps };
}

const canOf = (ctx: Ctx) =>
  ctx.can(affairPolicy, ['own', 'read', 'accept', 'decide', 'head', 'deliver', 'receive'], 'p');

function applicationOf(ctx: Ctx, { street, no }: RowKey) {
  return sql<ApplicationFound>`
    select p.*, ${names}, ${canOf(ctx)} as can, exists (select from affairs.paper x
        where x.street = p.street and x.application = coalesce(p.joint, p.no) and x.door is not null) as "fromDoor"
    from affairs.application p ${joins} where p.street = ${street} and p.no = ${no}`;
}

const open = sql.join(['draft', ...openAffairStates].map((state) => sql.lit(state)));

/** What somebody has for an item already. */
export type Running = Pick<
  ApplicationRow,
  'street' | 'no' | 'state' | 'sealed' | 'materials' | 'deliver_by' | 'changed_at'
>;
/** A draft, or one that runs. The transaction has stated the person. */
export const runningOf = (item: string) => sql<Running>`
  select p.street, p.no, p.state, p.sealed, p.materials, p.deliver_by, p.changed_at from affairs.application p
  where p.person = any(registry.persons()) and p.item = ${item}
    and p.joint is null and p.state in (${open}) order by p.street, p.no limit 1`;

export async function selectRunning(ctx: Ctx, item: string): Promise<Running | undefined> {
  return (await runningOf(item).execute(ctx.db)).rows[0];
}

const hold = (item: string) => sql`
  pg_advisory_xact_lock(hashtextextended(array_to_string(registry.persons(), ',') || ' ' || ${item}::text, 0))`;
/** Until the end of the transaction nobody else begins the item for the stated person: at home and at a counter at once. */
export const holdItem = (ctx: Ctx, item: string): Promise<void> =>
  runLater(ctx.db, sql`select ${hold(item)}`);

export interface Numbered {
  readonly no: number;
  /** Papers were collected for it at a door. */
  readonly fromDoor: boolean;
}
/** The same, with the number that the application of whoever holds it will have. */
export const holdWithNumber = (item: string) => sql<Numbered>`
  select ${hold(item)}, nextval('affairs.application_no_seq') as no, exists (
    select from doorstep.collection c join affairs.paper p on p.door_street = c.street and p.door = c.no
    where c.person = any((select registry.persons())::bigint[]) and c.item = ${item} and p.application is null) as "fromDoor"`;

/** Of the stated person and the records that became part of theirs: drafts first, then what runs, then what is over. */
export async function selectOfPerson(ctx: Ctx, most: number): Promise<ApplicationFound[]> {
  const { rows } = await sql<ApplicationFound>`
    select p.*, ${names}, '{}'::jsonb as can from affairs.application p ${joins}
    where p.person = any(registry.persons()) and p.joint is null
    order by p.state <> 'draft', p.state not in (${open}), p.changed_at desc, p.no desc limit ${most}`.execute(
    ctx.db,
  );
  return rows;
}

export const affairNames = names;
export const affairJoins = joins;

/** The parts of one thing, as far as the transaction may see them. */
export async function selectParts(ctx: Ctx, { street, no }: RowKey): Promise<ApplicationFound[]> {
  const { rows } = await sql<ApplicationFound>`
    select p.*, ${names}, '{}'::jsonb as can from affairs.application p ${joins}
    where p.street = ${street} and p.joint = ${no} order by p.no`.execute(ctx.db);
  return rows;
}
