// SPDX-License-Identifier: Apache-2.0
// What somebody tells with an application: checked against the item and against what the city knows already.
import { type FormField, isNeeded } from '@lilong/contracts/affair-items';
import type { FieldAnswers, QuestionAnswers } from '@lilong/contracts/affairs';
import type { ItemBody } from '@lilong/contracts/item-body';
import { Refusal } from '@lilong/contracts/refusals';
import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import type { HeldPerson } from '../registry/index.ts';
import { filledFields, filledMaterials } from './fill.ts';
import type { Has } from './has.ts';
import { formOf, questionsOf } from './items.ts';
import type { KeptFrom, KeptMaterial } from './tables.ts';

/** A material as it is told; a certificate is never told, but taken. */
export interface ToldPaper {
  readonly key: string;
  readonly how: KeptMaterial['how'];
  readonly files?: number[] | undefined;
  readonly from?: KeptFrom | undefined;
}
export interface Told {
  readonly questions: Static<typeof QuestionAnswers>;
  readonly fields: Static<typeof FieldAnswers>;
  readonly materials: readonly ToldPaper[];
}
export const nothingTold: Told = { questions: {}, fields: {}, materials: [] };

/** How far it has to be whole: a draft need not be, at a counter papers may be missing and are asked for. */
export type Whole = 'draft' | 'but_papers' | 'all';
type Held = HeldPerson['values'];

/**
 * Refuses what does not fit the item, and what the city holds already; of something whole also what is missing.
 * What a question makes unneeded is left out of what is returned.
 *
 * @throws {Refusal} affairs.question, affairs.field, affairs.held, affairs.answer, affairs.material
 */
export function checkTold(body: ItemBody, has: Has, told: Told, whole: Whole): Told {
  const questions = checkQuestions(body, told, whole);
  return {
    questions,
    fields: checkFields(body, has.values, { ...told, questions }, whole),
    materials: checkMaterials(body, has, { ...told, questions }, whole),
  };
}

function checkQuestions(body: ItemBody, { questions }: Told, whole: Whole): Told['questions'] {
  const kept: Record<string, string> = {};
  for (const { key, ask, choices } of questionsOf(body)) {
    const answer = questions[key];
    if (answer === undefined && whole === 'draft') continue;
    if (answer === undefined || !choices.some((choice) => choice.key === answer))
      throw new Refusal('affairs.question', { name: ask }, `questions.${key}`);
    kept[key] = answer;
  }
  return kept;
}

function checkFields(
  body: ItemBody,
  held: Held,
  { questions, fields }: Told,
  whole: Whole,
): Told['fields'] {
  const { properties } = formOf(body);
  const all = filledFields(body, held);
  const stray = Object.keys(fields).find((key) => !all.some((field) => field.key === key));
  if (stray !== undefined) throw new Refusal('affairs.answer', { name: stray }, `fields.${stray}`);
  const kept: Record<string, string | number | boolean> = {};
  for (const field of all) {
    if (!isNeeded(field.when, questions)) continue;
    const answer = fields[field.key];
    if (answer === undefined || answer === '') {
      if (whole !== 'draft') needAnswer(field, field.held !== null);
      continue;
    }
    if (field.held !== null) throw fault('affairs.held', field);
    if (!Value.Check((properties[field.key] ?? {}) as never, answer))
      throw fault('affairs.answer', field);
    if (field.type === 'date' && !isDay(String(answer))) throw fault('affairs.answer', field);
    kept[field.key] = answer;
  }
  return kept;
}
const fault = (
  code: 'affairs.held' | 'affairs.answer' | 'affairs.field',
  { key, title }: FormField,
) => new Refusal(code, { name: title }, `fields.${key}`);

function needAnswer(field: FormField, isHeld: boolean): void {
  if (field.required && !isHeld) throw fault('affairs.field', field);
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

function checkMaterials(
  body: ItemBody,
  has: Has,
  { questions, materials }: Told,
  whole: Whole,
): ToldPaper[] {
  const kept: ToldPaper[] = [];
  const all = filledMaterials(body, has);
  const stray = materials.find(({ key }) => !all.some((one) => one.key === key));
  if (stray !== undefined) throw new Refusal('affairs.material', { name: stray.key }, 'materials');
  for (const one of all) {
    if (!isNeeded(one.when, questions) || one.held?.from === 'registry') continue;
    const given = materials.find(({ key }) => key === one.key);
    const taken = takenOf(one.key, given, has);
    if (taken !== undefined && (whole !== 'draft' || taken.how !== 'certificate')) kept.push(taken);
    else if (one.held !== null) continue;
    else if (given !== undefined && isReally(given, one.need)) kept.push(given);
    else if (one.need === 'later' && whole !== 'draft') kept.push({ key: one.key, how: 'later' });
    else if (whole === 'all' && one.need === 'required')
      throw new Refusal('affairs.material', { name: one.name }, `materials.${one.key}`);
  }
  return kept;
}

/** A valid certificate, without being told; the paper of an earlier matter where that was chosen. */
function takenOf(
  key: string,
  given: ToldPaper | undefined,
  { certificates, earlier }: Has,
): ToldPaper | undefined {
  const certificate = certificates.get(key);
  if (certificate !== undefined) {
    const { ref, name, issuerName: source, on, to, hash } = certificate;
    return { key, how: 'certificate', from: { ref, name, nameEn: null, source, on, to, hash } };
  }
  const paper = earlier.get(key);
  if (given?.how !== 'earlier' || paper === undefined) return undefined;
  const { ref, itemName: name, itemNameEn: nameEn, on, hash, files, at } = paper;
  const from = { ...{ ref, name, nameEn, on, hash }, source: at ?? '', to: null };
  return { key, how: 'earlier', files: [...files], from };
}

/** A file that is there, a paper, or a promise where the item lets it follow. */
function isReally(given: ToldPaper, need: 'required' | 'optional' | 'later'): boolean {
  if (given.how === 'earlier' || given.how === 'certificate') return false; // no longer there
  if (given.how === 'file') return (given.files ?? []).length > 0;
  return given.how === 'paper' || need === 'later';
}

/** A certificate that is valid no more is not here, though it was taken. */
const isHere: Record<ToldPaper['how'], boolean> = {
  ...{ file: true, paper: true, earlier: true },
  ...{ later: false, certificate: false },
};

/** Names of what is needed and not here. */
export function missingOf(body: ItemBody, has: Has, told: Told): { key: string; name: string }[] {
  return filledMaterials(body, has)
    .filter(
      (one) =>
        one.held === null &&
        one.need === 'required' &&
        isNeeded(one.when, told.questions) &&
        !told.materials.some(({ key, how }) => key === one.key && isHere[how]),
    )
    .map(({ key, name }) => ({ key, name }));
}
