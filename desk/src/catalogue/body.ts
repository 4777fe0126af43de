// SPDX-License-Identifier: Apache-2.0
// What a catalogue row of each kind holds, as fields of a form, and back again. The server checks the same shapes.
import type { CatalogueRow } from '@lilong/contracts/catalogue';
import type { DeskKey } from '../words/zh.ts';

export type Kind = CatalogueRow['kind'];
export type Body = Readonly<Record<string, unknown>>;
/** A form holds text for everything; ticks are `yes` or empty. */
export type Typed = Readonly<Record<string, string>>;

export type FieldType =
  | 'text'
  | 'long'
  | 'number'
  | 'tick'
  | 'choice'
  | 'limits'
  | 'limitsOrNone'
  | 'days'
  | 'spans'
  | 'organisation'
  | 'value';
export interface BodyField {
  readonly name: string;
  readonly type: FieldType;
  readonly words: DeskKey;
  readonly choices?: readonly { readonly value: string; readonly words: DeskKey }[];
  readonly may?: true;
}

const categoryKinds = [
  { value: 'event', words: 'kind.event' },
  { value: 'component', words: 'kind.component' },
  { value: 'community', words: 'kind.community' },
] as const;
const yearStates = [
  { value: 'published', words: 'catalogue.published' },
  { value: 'assumed', words: 'catalogue.assumed' },
] as const;

const ratedThings = [
  { value: 'visit', words: 'ratingof.visit' },
  { value: 'matter', words: 'ratingof.matter' },
  { value: 'both', words: 'catalogue.reason-both' },
] as const;

const labelKinds = [
  { value: 'shared', words: 'label.kind.shared' },
  { value: 'collected', words: 'label.kind.collected' },
  { value: 'computed', words: 'label.kind.computed' },
  { value: 'declared', words: 'label.kind.declared' },
] as const;

export const bodyFields: Readonly<Record<Kind, readonly BodyField[]>> = {
  category: [
    { name: 'kind', type: 'choice', words: 'catalogue.field.kind', choices: categoryKinds },
    { name: 'majorCode', type: 'text', words: 'catalogue.field.majorCode' },
    { name: 'majorName', type: 'text', words: 'catalogue.field.majorName' },
    { name: 'majorNameEn', type: 'text', words: 'catalogue.field.majorNameEn', may: true },
    { name: 'minorCode', type: 'text', words: 'catalogue.field.minorCode' },
    { name: 'limits', type: 'limits', words: 'catalogue.field.limits' },
    { name: 'arriveLimit', type: 'limitsOrNone', words: 'catalogue.field.arriveLimit', may: true },
    { name: 'othersMaySee', type: 'tick', words: 'catalogue.field.othersMaySee' },
    { name: 'needsPhotoAfter', type: 'tick', words: 'catalogue.field.needsPhotoAfter' },
  ],
  condition: [
    { name: 'category', type: 'text', words: 'catalogue.field.category' },
    { name: 'order', type: 'number', words: 'catalogue.field.order' },
    { name: 'limit', type: 'text', words: 'catalogue.field.limit' },
    { name: 'registerWhen', type: 'long', words: 'catalogue.field.registerWhen' },
    { name: 'registerWhenEn', type: 'long', words: 'catalogue.field.registerWhenEn', may: true },
    { name: 'closeWhen', type: 'long', words: 'catalogue.field.closeWhen' },
    { name: 'closeWhenEn', type: 'long', words: 'catalogue.field.closeWhenEn', may: true },
  ],
  limit: [
    { name: 'limit', type: 'text', words: 'catalogue.field.limit' },
    { name: 'toTheMinute', type: 'tick', words: 'catalogue.field.toTheMinute' },
  ],
  office_hours: [
    { name: 'organisation', type: 'organisation', words: 'catalogue.field.whose', may: true },
    { name: 'spans', type: 'spans', words: 'catalogue.field.spans' },
  ],
  calendar_year: [
    { name: 'year', type: 'number', words: 'catalogue.field.year' },
    { name: 'status', type: 'choice', words: 'catalogue.field.status', choices: yearStates },
    { name: 'off', type: 'days', words: 'catalogue.field.off' },
    { name: 'work', type: 'days', words: 'catalogue.field.work', may: true },
  ],
  decline_reason: [],
  return_ground: [],
  setting: [
    { name: 'value', type: 'value', words: 'catalogue.field.value' },
    { name: 'unit', type: 'text', words: 'catalogue.field.unit', may: true },
  ],
  purpose: [
    { name: 'chosen', type: 'tick', words: 'catalogue.field.chosen' },
    { name: 'basis', type: 'text', words: 'catalogue.field.basis' },
  ],
  label: [
    { name: 'kind', type: 'choice', words: 'catalogue.field.labelKind', choices: labelKinds },
    { name: 'supplier', type: 'text', words: 'catalogue.field.supplier' },
    { name: 'sensitivity', type: 'number', words: 'catalogue.field.sensitivity' },
    { name: 'lookAgainDays', type: 'number', words: 'catalogue.field.lookAgainDays' },
    { name: 'validDays', type: 'number', words: 'catalogue.field.validDays' },
    { name: 'basis', type: 'text', words: 'catalogue.field.basis' },
  ],
  element: [
    { name: 'owner', type: 'text', words: 'catalogue.field.owner' },
    { name: 'level', type: 'number', words: 'catalogue.field.level' },
    { name: 'freshDays', type: 'number', words: 'catalogue.field.freshDays' },
    { name: 'answer', type: 'text', words: 'catalogue.field.answer' },
  ],
  item: [
    { name: 'about', type: 'text', words: 'items.about' },
    { name: 'promised', type: 'text', words: 'items.promised' },
    { name: 'legal', type: 'text', words: 'items.legal' },
    { name: 'visits', type: 'number', words: 'items.visits' },
    { name: 'visitsWhy', type: 'text', words: 'items.visits-why' },
    { name: 'fromHome', type: 'tick', words: 'items.from-home' },
    { name: 'scope', type: 'text', words: 'items.scope' },
    { name: 'conditions', type: 'text', words: 'items.conditions' },
    { name: 'questions', type: 'text', words: 'items.questions' },
    { name: 'form', type: 'text', words: 'items.fields' },
    { name: 'materials', type: 'text', words: 'items.materials' },
    { name: 'rule', type: 'text', words: 'items.rule' },
    { name: 'unasked', type: 'text', words: 'items.unasked' },
    { name: 'parts', type: 'text', words: 'items.parts' },
    { name: 'steps', type: 'text', words: 'items.steps' },
    { name: 'law', type: 'text', words: 'items.law' },
    { name: 'contact', type: 'text', words: 'items.contact' },
    { name: 'procedures', type: 'text', words: 'items.procedures' },
    { name: 'calledAlso', type: 'text', words: 'items.called' },
    { name: 'result', type: 'text', words: 'items.result' },
    { name: 'documents', type: 'text', words: 'items.documents' },
    { name: 'fee', type: 'text', words: 'items.fee' },
  ],
  rating_reason: [
    { name: 'of', type: 'choice', words: 'catalogue.field.reasonOf', choices: ratedThings },
    { name: 'bad', type: 'tick', words: 'catalogue.field.reasonBad' },
    { name: 'order', type: 'number', words: 'catalogue.field.place' },
  ],
  service: [
    { name: 'letter', type: 'text', words: 'catalogue.field.letter' },
    { name: 'order', type: 'number', words: 'catalogue.field.place' },
    { name: 'minutes', type: 'number', words: 'catalogue.field.minutes' },
    { name: 'about', type: 'long', words: 'catalogue.field.about' },
    { name: 'aboutEn', type: 'long', words: 'catalogue.field.aboutEn', may: true },
  ],
};

/** The body of a row, as text in the form's fields. */
export function typedOf(kind: Kind, body: Body): Typed {
  return Object.fromEntries(
    bodyFields[kind].map(({ name, type }) => [name, textOf(type, body[name])]),
  );
}

function textOf(type: FieldType, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (type === 'tick') return value === true ? 'yes' : '';
  if (type === 'limits') return (value as readonly string[]).join('/');
  if (type === 'spans')
    return (value as readonly (readonly [string, string])[])
      .map(([from, to]) => `${from}-${to}`)
      .join(' ');
  if (type === 'days')
    return (value as readonly { date: string; name: string }[])
      .map(({ date, name }) => `${date} ${name}`)
      .join('\n');
  return String(value);
}

/** What a row says beside its body, as far as some bodies say it too. */
export interface Period {
  readonly source: string;
  readonly effectiveFrom: string;
  /** Empty: it has no end. */
  readonly effectiveTo: string;
}

/** What was typed, as the body of a draft. What the form does not show stays as it was before. */
export function bodyOf(
  kind: Kind,
  typed: Typed,
  before: Body,
  period: Period,
): Record<string, unknown> {
  const entries = bodyFields[kind]
    .map((field) => [field.name, partOf(field, typed[field.name]?.trim() ?? '')] as const)
    // What may be left empty and never was there stays away.
    .filter(([name, value]) => value !== undefined && (value !== '' || name in before));
  return { ...before, ...Object.fromEntries(entries), ...fixedOf(kind, period) };
}

/** What some bodies repeat of their row; nobody types it twice. */
function fixedOf(kind: Kind, { source, effectiveFrom, effectiveTo }: Period): Body {
  if (kind === 'calendar_year') return { kind: 'year', source };
  if (kind !== 'office_hours') return {};
  return { kind, source, from: effectiveFrom, to: effectiveTo === '' ? null : effectiveTo };
}

function partOf({ type, may }: BodyField, text: string): unknown {
  if (type === 'tick') return text === 'yes';
  if (type === 'limits') return text.split(/[/、\s]+/).filter((one) => one !== '');
  if (type === 'spans')
    return text
      .split(/[\s、，,]+/)
      .filter((one) => one !== '')
      .map((span) => span.split(/[-–—~～至]/).map(timeOf));
  if (type === 'days')
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(dayOf);
  if (text === '' && type === 'limitsOrNone') return null;
  if (text === '' && may === true) return type === 'text' || type === 'long' ? '' : undefined;
  if (type === 'number' || type === 'organisation') return Number(text);
  return type === 'value' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** `8:00` and `8：00` are `08:00`. */
const timeOf = (typed: string): string => typed.replace('：', ':').padStart(5, '0');

function dayOf(line: string): { date: string; name: string } {
  const [date = '', ...name] = line.trim().split(/\s+/);
  return { date, name: name.join(' ') };
}

/** The key that the body decides; other kinds have a key of their own. */
export function keyFrom(kind: Kind, body: Body): string | undefined {
  if (kind === 'category') return `${body.kind}-${body.majorCode}-${body.minorCode}`;
  if (kind === 'condition') return `${body.category}/${body.order}`;
  if (kind === 'office_hours') return `${body.organisation ?? 'city'}/${body.from}`;
  return kind === 'calendar_year' ? String(body.year) : undefined;
}
