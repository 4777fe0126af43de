// SPDX-License-Identifier: Apache-2.0
// Somebody says that a value is wrong. Field and value are the program's, the clock starts at once and is never moved.
import { maskMiddle } from '@lilong/contracts/mask';
import { streetOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { correctValue, objectTo } from '@lilong/contracts/registry-objections';
import type { ElementKey } from '@lilong/contracts/registry-values';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { dueAt, parseLimit } from '../../kernel/calendar.ts';
import type { Entry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { attach } from '../../kernel/files.ts';
import { calendarOf } from '../../kernel/in-force.ts';
import { logAccess } from '../access.ts';
import { goTo } from '../at.ts';
import { selectHome, selectPerson } from '../card-queries.ts';
import { lookAs } from '../reach.ts';
import { openValue } from '../sealed.ts';
import { requirePerson } from '../ties/stand-aside.ts';
import { columnOf, elementEntries, parse, textOf } from './elements.ts';
import { type Replacement, replaceValue } from './facts.ts';
import { labelCode } from './label-code.ts';
import {
  isNumber,
  keyKindOf,
  maskNumber,
  numberAt,
  parseNumber,
  shownBy,
  type Whole,
} from './numbers.ts';
import { type Owners, ownersAt } from './owners.ts';
import {
  insertObjection,
  type LabelFound,
  type NewObjection,
  type Office,
  type Subject,
  selectDocument,
  selectLabel,
  selectPlaceOf,
} from './queries.ts';
import { replaceNumber } from './replace-number.ts';
import { type ObjectionWords, sealWords } from './sealed-words.ts';

/** What is in question: which value of whom, who owns it, and what it is now. */
interface Target {
  readonly of: Subject;
  readonly entry: Entry;
  readonly owner: Office;
  readonly label: LabelFound | undefined;
  readonly number: Whole | undefined;
  /** A number whole. */
  readonly current: string | null;
  readonly about: string;
}

/** A committee objects to a value of its people or homes. */
export async function objectAs(
  ctx: Ctx,
  input: InputOf<typeof objectTo>,
): Promise<ReplyOf<typeof objectTo>> {
  const target = await targetOf(ctx, await subjectOf(ctx, input), input);
  if (isOwn(ctx, target)) throw new Refusal('objection.own', {}, 'element');
  if (target.label !== undefined && target.label.kind !== 'shared')
    throw new Refusal('objection.own', {}, 'label');
  const organisation = ctx.actor.post?.organisation ?? 0; // the policies ask for a post
  await lookAs(ctx, { suppliers: [organisation], ...personsOf(target.of) });
  const filed = await file(ctx, target, { ...input, by: 'committee', organisation });
  if (target.of.person !== undefined)
    await logAccess(ctx, {
      ...{ person: target.of.person, act: 'change', purpose: 'verify' },
      elements: [`objected ${input.element}`],
    });
  return filed;
}

/** A committee corrects what it owns: there is nobody to ask. */
export async function correct(
  ctx: Ctx,
  input: InputOf<typeof correctValue>,
): Promise<ReplyOf<typeof correctValue>> {
  const of = await subjectOf(ctx, input);
  const target = await targetOf(ctx, of, input);
  if (!isOwn(ctx, target) || target.label !== undefined)
    throw new Refusal('objection.not-own', {}, 'element');
  const to = await proposedOf(ctx, target, input);
  if (to === null) throw new Refusal('objection.value', {}, 'proposed');
  await lookAs(ctx, { ...personsOf(of), ...shownBy(ctx, input.element, to) });
  await replace(ctx, target, {
    element: input.element,
    to,
    kind: 'collected',
    source: 'committee',
  });
  if (of.person !== undefined)
    await logAccess(ctx, {
      ...{ person: of.person, act: 'change', purpose: 'daily' },
      elements: [`corrected ${input.element}`],
    });
  else
    ctx.note({
      ...{ act: 'registry.change', subject: input.home, place: of.place },
      facts: { element: input.element },
    });
  return { done: true };
}

/** The value is another, wherever it is kept. The caller has stated whom or what it is about. */
export async function replace(
  ctx: Ctx,
  { of, number }: Pick<Target, 'of' | 'number'>,
  made: Omit<Replacement, 'of'>,
): Promise<void> {
  const { element } = made;
  if (number === undefined || of.person === undefined || !isNumber(element))
    return replaceValue(ctx, { of, ...made });
  const { person, place } = of;
  return replaceNumber(ctx, { ...made, person, place, element, from: number });
}

const personsOf = ({ person }: Subject) => (person === undefined ? {} : { persons: [person] });

/** The values of the committee acted for; those of another committee are answered there. */
const isOwn = ({ actor }: Ctx, { owner }: Target): boolean =>
  owner.kind === 'committee' && owner.no === actor.post?.organisation;

interface Named {
  readonly element: ElementKey;
  readonly person?: number | undefined;
  readonly home?: string | undefined;
  readonly label?: number | undefined;
  readonly number?: number | undefined;
}
/** The person or home, which the actor may change. */
async function subjectOf(ctx: Ctx, { element, person, home }: Named): Promise<Subject> {
  if (element.startsWith('home.')) {
    const key = await goTo(ctx, 'F', home ?? '', 'change');
    const found = await selectHome(ctx, key);
    if (found === undefined) throw new Refusal('found.nothing', { what: 'home' }, 'home');
    return { home: key, place: found.place };
  }
  await lookAs(ctx);
  await requirePerson(ctx, 'change', person ?? 0);
  return personAt(ctx, person ?? 0);
}

/** Somebody whom the transaction may see, and where they are known. */
export async function personAt(ctx: Ctx, person: number): Promise<Subject> {
  const place = await selectPlaceOf(ctx, person);
  if (place === undefined) throw new Refusal('found.nothing', { what: 'person' }, 'person');
  return { person, place };
}

/** @throws {Refusal} `found.nothing` for what no catalogue or nobody has; `objection.nobody` */
export async function targetOf(ctx: Ctx, of: Subject, named: Named) {
  const { element, label: no } = named;
  const entry = (await elementEntries(ctx)).get(element);
  if (entry === undefined) throw new Refusal('found.nothing', { what: 'element' }, 'element');
  const label = element === 'label' ? await labelAt(ctx, of, no) : undefined;
  const owner = ownerOf(await ownersAt(ctx, of.place), entry, label);
  if (owner === undefined) throw new Refusal('objection.nobody', {}, 'element');
  const number = await numberOf(ctx, of, named);
  const row = await rowOf(ctx, of);
  const column = columnOf(element);
  const kept = column === undefined ? number?.number : textOf(row, column);
  const current = label === undefined ? kept : labelCode(ctx, label);
  // Who is not known to have died is not corrected to have: that is recorded, and much follows from it.
  if (element === 'person.died_on' && current === null)
    throw new Refusal('found.nothing', { what: 'element' }, 'element');
  const about = 'door' in row ? row.door : maskMiddle(row.name);
  return { of, entry, owner, label, number, current: current ?? null, about } satisfies Target;
}

async function numberOf(
  ctx: Ctx,
  { person }: Subject,
  { element, number }: Named,
): Promise<Whole | undefined> {
  return isNumber(element) ? numberAt(ctx, person ?? 0, element, number) : undefined;
}

async function labelAt(ctx: Ctx, { person }: Subject, no = 0): Promise<LabelFound> {
  const label = await selectLabel(ctx, person ?? 0, no);
  // What is computed follows the value that it is computed from.
  if (label === undefined || label.kind === 'computed')
    throw new Refusal('found.nothing', { what: 'label' }, 'label');
  return label;
}

const ownerOf = (owners: Owners, entry: Entry, label: LabelFound | undefined) =>
  label === undefined
    ? owners(entry)
    : {
        ...{ no: label.organisation, name: label.organisationName, place: 0 },
        kind: label.kind === 'shared' ? 'department' : 'committee',
      };

async function rowOf(ctx: Ctx, of: Subject) {
  const row =
    of.home === undefined ? await selectPerson(ctx, of.person) : await selectHome(ctx, of.home);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'person' }, 'person');
  return row;
}

/** What it should be. A label should not be there, which is no value. */
async function proposedOf(
  ctx: Ctx,
  { label, number, current }: Target,
  { element, proposed }: Named & { readonly proposed?: string | undefined },
): Promise<string | null> {
  if (label !== undefined) return null;
  const typed = proposed ?? '';
  const value =
    number !== undefined && isNumber(element)
      ? parseNumber(element, number, typed)
      : await parse(ctx, element, typed);
  if (value === undefined) throw new Refusal('objection.value', {}, 'proposed');
  if (value === current) throw new Refusal('objection.same', {}, 'proposed');
  return value;
}

interface Filing extends Named {
  readonly proposed?: string | undefined;
  readonly evidence: string;
  readonly photos?: readonly number[] | undefined;
  readonly by: NewObjection['by'];
  readonly organisation: number | null;
}
/** Puts the objection down and starts its clock. The caller has stated who raises it. */
export async function file(ctx: Ctx, target: Target, filing: Filing) {
  const { of, entry, owner, label } = target;
  const proposed = await proposedOf(ctx, target, filing);
  const limit = parseLimit(String(entry.body.answer));
  const due = dueAt(await calendarOf(ctx), ctx.now, limit).at;
  const objection = await insertObjection(ctx, {
    ...{ of, element: filing.element, label: label?.no ?? null, by: filing.by },
    ...{ organisation: filing.organisation, source: owner.no, dueAt: due },
    closed: label?.sealed != null,
    sealed: sealWords(ctx, await wordsOf(ctx, target, filing, proposed)),
  });
  if (objection === undefined) throw new Refusal('objection.open', {}, 'element');
  await attach(ctx, filing.photos ?? [], `objection ${objection}`);
  ctx.note({
    ...{ act: 'registry.objected', subject: `objection ${objection}`, place: of.place },
    facts: { element: filing.element },
  });
  tell(ctx, of.place, objection, { organisations: [owner.no] });
  return { objection, dueAt: due.toISOString() };
}

/** What it says; a number stands in it masked, and whole for whoever answers. */
async function wordsOf(
  ctx: Ctx,
  { of, number, current, about }: Target,
  { element, evidence }: Filing,
  proposed: string | null,
): Promise<ObjectionWords> {
  const document = of.person === undefined ? undefined : await selectDocument(ctx, of.person);
  const masked = document === undefined ? null : maskNumber('id', openValue(ctx.keys, document));
  const words = { evidence, about, number: masked };
  if (number === undefined || proposed === null || !isNumber(element))
    return { ...words, current, proposed };
  const mask = (one: string | null) => one && maskNumber(keyKindOf(element), one);
  const whole = { document: number.document, current, proposed };
  return { ...words, current: mask(current), proposed: mask(proposed), whole };
}

/** Screens of whoever answers, or of whoever asked, look again. */
export function tell(
  ctx: Ctx,
  place: number,
  objection: number,
  audience: { readonly organisations?: readonly number[]; readonly accounts?: readonly number[] },
): void {
  const street = streetOf(place);
  const subject = `objection ${objection}`;
  ctx.emit({ name: 'registry.objection', street, subject, place: null, facts: {}, audience });
}
