// SPDX-License-Identifier: Apache-2.0
// The catalogue of matters (事项) as people read it. Rows: kernel.catalogue, kind item; shape: contracts/src/item-body.ts.
import type {
  FormField,
  ItemBurden,
  ItemCard,
  ItemLine,
  ItemMaterial,
  ItemQuestion,
  LifeEvent,
} from '@lilong/contracts/affair-items';
import { generalForm } from '@lilong/contracts/general-form';
import type { ItemBody, ItemForm } from '@lilong/contracts/item-body';
import { burdenOf } from '@lilong/contracts/item-burden';
import { fieldsOfForm } from '@lilong/contracts/item-fields';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import { type Entry, holds } from '../kernel/catalogue.ts';
import { selectCatalogueRow } from '../kernel/catalogue-queries.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';

export interface Item {
  readonly entry: Entry;
  readonly body: ItemBody;
}
const read = (entry: Entry): Item => ({ entry, body: entry.body as unknown as ItemBody }); // checked at approval

/** All that can be applied for today, in the order of the catalogue. */
export async function itemsToday(ctx: Ctx): Promise<Item[]> {
  const rows = await ctx.catalogue.rows(ctx.db, 'item', ctx.now);
  const day = today(ctx);
  return rows.filter((row) => holds(row, day)).map(read);
}

/** A department's own items, by its name; whoever else counts them, all. */
export async function itemsOfPost(ctx: Ctx, items: readonly Item[]): Promise<Item[]> {
  const { post } = ctx.actor;
  if (post?.role !== 'department_officer') return [...items];
  const { rows } = await sql<{ name: string }>`
    select name from places.organisation where no = ${post.organisation}::bigint`.execute(ctx.db);
  const name = rows[0]?.name ?? '';
  return items.filter(({ body: { department } }) =>
    name.includes(department.office ?? department.name),
  );
}

const inForce = (ctx: Ctx, key: string): Promise<Entry | undefined> =>
  ctx.catalogue.inForce(ctx.db, 'item', key, today(ctx), ctx.now);

/** @throws {Refusal} found.nothing */
export async function itemToday(ctx: Ctx, key: string): Promise<Item> {
  const entry = await inForce(ctx, key);
  if (entry === undefined) throw new Refusal('found.nothing', { what: 'item' }, 'item');
  return read(entry);
}

/**
 * What was begun is handed in by the version it began with, as long as the matter can be applied for at all.
 *
 * @throws {Refusal} affairs.item-over
 */
export async function needOffered(ctx: Ctx, { entry: { key, name } }: Item): Promise<void> {
  if ((await inForce(ctx, key)) === undefined) throw new Refusal('affairs.item-over', { name });
}

/** The version that an application began with, also when another of the same day took its place. */
export async function itemOfRow(ctx: Ctx, row: number): Promise<Item> {
  const rows = await ctx.catalogue.rows(ctx.db, 'item', ctx.now);
  const entry = rows.find(({ no }) => no === row) ?? (await selectCatalogueRow(ctx.db, row));
  if (entry === undefined) throw new Error(`no item row ${row}`);
  return read(entry);
}

export function lineOf({ entry, body }: Item): ItemLine {
  const { department } = body;
  return {
    ...{ item: entry.key, name: entry.name, nameEn: entry.nameEn },
    department: {
      ...{ key: department.key, name: department.name, nameEn: department.nameEn ?? null },
    },
    ...{ events: body.events as LifeEvent[], kind: body.kind, fromHome: body.fromHome },
    ...{ visits: body.visits, promised: body.promised, legal: body.legal ?? null },
    charged: body.fee.charged,
    complete: body.form !== undefined,
    byRule: body.rule !== undefined,
    unasked: body.unasked !== undefined,
    burden: burdenOfEntry(entry.no, body),
  };
}

const noLaw = { nameEn: null, article: null, articleEn: null, text: null, textEn: null };
const noStep = { stepEn: null, whoEn: null, limit: null };

/** The whole guide; `others` to name the items that go with it. */
export function cardOf(item: Item, others: readonly Item[]): ItemCard {
  const { entry, body } = item;
  const fields = [...fieldsOf(body)];
  return {
    ...lineOf(item),
    code: { ...body.code, implementing: body.code.implementing ?? body.code.raw ?? null },
    ...{ about: body.about, aboutEn: body.aboutEn ?? null, scope: body.scope, mode: body.mode },
    ...{ acceptsAt: body.acceptsAt, decides: body.decides, visitsWhy: body.visitsWhy ?? null },
    conditions: body.conditions.map(({ text, textEn = null }) => ({ text, textEn })),
    questions: questionsOf(body),
    fields,
    materials: [...materialsOf(body)],
    procedures: body.procedures,
    result: {
      ...body.result,
      nameEn: body.result.nameEn ?? null,
      valid: body.result.valid ?? null,
    },
    fee: {
      charged: body.fee.charged,
      standard: body.fee.standard ?? null,
      basis: body.fee.basis ?? null,
    },
    law: body.law.map((one) => ({ ...noLaw, ...one })),
    steps: body.steps.map((one) => ({ ...noStep, ...one })),
    contact: {
      ...body.contact,
      phone: body.contact.phone ?? null,
      complaints: body.contact.complaints ?? null,
    },
    issuers: issuersOf(body, others),
    joins: body.joins.flatMap((key) => {
      const other = others.find((one) => one.entry.key === key);
      if (other === undefined) return [];
      return [{ item: key, name: other.entry.name, nameEn: other.entry.nameEn }];
    }),
    ...{ source: entry.source, since: entry.effectiveFrom, version: entry.no },
    parts: partsOf(item, others),
  };
}

/** What is decided apart, by the items as they stand today. */
function partsOf({ body }: Item, others: readonly Item[]): ItemCard['parts'] {
  return (body.parts ?? []).flatMap(({ item, when = null }) => {
    const other = others.find((one) => one.entry.key === item);
    if (other === undefined) return [];
    const { department, promised } = other.body;
    return [
      {
        ...{ item, name: other.entry.name, nameEn: other.entry.nameEn, promised, when },
        ...{ departmentName: department.name, departmentNameEn: department.nameEn ?? null },
      },
    ];
  });
}

/** A row never changes: counted once. */
const counted = new Map<number, ItemBurden>();
function burdenOfEntry(no: number, body: ItemBody): ItemBurden {
  const burden = counted.get(no) ?? burdenOfBody(body);
  counted.set(no, burden);
  return burden;
}

export const burdenOfBody = (body: ItemBody): ItemBurden =>
  burdenOf({
    ...{ questions: questionsOf(body), fields: fieldsOf(body), visits: body.visits },
    materials: materialsOf(body).map((one, at) => ({
      ...one,
      element: body.materials[at]?.element,
    })),
  });

/** Where one gets the certificates that stand in for materials. */
function issuersOf({ materials }: ItemBody, others: readonly Item[]): ItemCard['issuers'] {
  const kinds = new Set(materials.flatMap(({ certificate }) => certificate ?? []));
  return [...kinds].flatMap((certificate) => {
    const issues = others.find((one) => one.body.result.certificate === certificate);
    if (issues === undefined) return [];
    const { key: item, name, nameEn } = issues.entry;
    return [{ certificate, item, name, nameEn }];
  });
}

export function questionsOf(body: ItemBody): ItemQuestion[] {
  return body.questions.map(({ key, ask, askEn = null, choices }) => ({
    ...{ key, ask, askEn },
    choices: choices.map((one) => ({ ...one, saysEn: one.saysEn ?? null })),
  }));
}

/** Made once of what the catalogue keeps: each act asks for them several times. */
function madeOnce<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, V>();
  return (of) => {
    const value = made.get(of) ?? make(of);
    made.set(of, value);
    return value;
  };
}

export const materialsOf = madeOnce(({ materials }: ItemBody): readonly ItemMaterial[] =>
  materials.map(({ key, name, nameEn = null, source, kind, copies, need, ...more }) => ({
    ...{ key, name, nameEn, source, kind, copies, need },
    note: more.note ?? null,
    freshDays: more.freshDays ?? null,
    ...{ when: more.when ?? null, certificate: more.certificate ?? null },
  })),
);

export const formOf = (body: ItemBody): ItemForm => body.form ?? generalForm;

const fieldsOnce = madeOnce((form: ItemForm): readonly FormField[] => fieldsOfForm(form));
export const fieldsOf = (body: ItemBody): readonly FormField[] => fieldsOnce(formOf(body));
