// SPDX-License-Identifier: Apache-2.0
// What somebody has told so far of an application: what stands in the form, what goes to the server, what still lacks.
import { type Delivery, isNeeded } from '@lilong/contracts/affair-items';
import type {
  AffairForm,
  AffairPage,
  FilledField,
  FilledMaterial,
  startDraft,
} from '@lilong/contracts/affairs';
import type { Problem } from '@lilong/contracts/call';
import type { InputOf } from '@lilong/contracts/route';
import { localProblem } from '@lilong/ui/client.ts';
import type { Photo } from '../outbox/store.ts';

export interface Told {
  /** Answers to the questions that decide, by key. */
  readonly questions: Readonly<Record<string, string>>;
  /** As typed, by the key of the field. */
  readonly fields: Readonly<Record<string, string | boolean>>;
  /** Pictures of papers, by the key of the material. */
  readonly photos: Readonly<Record<string, readonly Photo[]>>;
  /** Materials for which the one of an earlier matter was chosen. */
  readonly reused?: readonly string[];
  readonly deliverBy?: Delivery;
}
/** From what stands there then: a picture may have come meanwhile. */
export type Change = (alter: (told: Told) => Told) => void;
export type Sent = Required<
  Pick<InputOf<typeof startDraft>, 'questions' | 'fields' | 'materials'>
> &
  Pick<InputOf<typeof startDraft>, 'deliverBy'>;

/** What was typed before, perhaps elsewhere; how the result should come is chosen already where it can be. */
export function begunWith(form: AffairForm, page?: AffairPage): Told {
  const { questions = {}, fields = {}, materials = [] } = page?.answers ?? {};
  const { deliveries } = form.item.result;
  const deliverBy = page?.deliverBy ?? deliveries.find((by) => by === 'phone') ?? deliveries[0];
  return {
    questions,
    fields: Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [
        key,
        typeof value === 'number' ? String(value) : value,
      ]),
    ),
    reused: materials.filter(({ how }) => how === 'earlier').map(({ key }) => key),
    photos: Object.fromEntries(materials.map(({ key, files = [] }) => [key, files.map(onServer)])),
    ...(deliverBy === undefined ? {} : { deliverBy }),
  };
}

const onServer = (no: number): Photo => ({ id: `file ${no}`, blob: new Blob(), no });

/** Fields that are shown for confirmation: the city knows them. */
export const knownFields = ({ fields }: AffairForm, told: Told): FilledField[] =>
  fields.filter(({ held, when }) => held !== null && isNeeded(when, told.questions));
/** Fields that only whoever applies knows: what has to be filled in first. */
export const openFields = ({ fields }: AffairForm, told: Told): FilledField[] =>
  fields
    .filter(({ held, when }) => held === null && isNeeded(when, told.questions))
    .sort((a, b) => Number(b.required) - Number(a.required));
export const neededMaterials = ({ materials }: AffairForm, told: Told): FilledMaterial[] =>
  materials.filter(({ when }) => isNeeded(when, told.questions));

export const isReused = ({ reused = [] }: Told, key: string): boolean => reused.includes(key);

/** What goes to the server: nothing that is held, nothing that an answer makes needless. */
export function sentOf(form: AffairForm, told: Told): Sent {
  const fields = openFields(form, told).flatMap((field) => {
    const value = typedValue(field, told.fields[field.key]);
    return value === undefined ? [] : [[field.key, value] as const];
  });
  const materials = neededMaterials(form, told).flatMap(
    ({ key, held, earlier }): Sent['materials'] => {
      if (held === null && earlier !== null && isReused(told, key))
        return [{ key, how: 'earlier' }];
      const files = (told.photos[key] ?? []).flatMap(({ no }) => (no === undefined ? [] : [no]));
      return held !== null || files.length === 0 ? [] : [{ key, how: 'file', files }];
    },
  );
  return {
    questions: told.questions,
    fields: Object.fromEntries(fields),
    materials,
    ...(told.deliverBy === undefined ? {} : { deliverBy: told.deliverBy }),
  };
}

/** A number as a number; what is none goes as it was typed, and the server says what is wrong with it. */
function typedValue(
  { type }: FilledField,
  typed: string | boolean | undefined,
): string | number | boolean | undefined {
  if (typeof typed !== 'string') return typed;
  const text = typed.trim();
  if (text === '') return undefined;
  const isNumber = type === 'integer' || type === 'number';
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** The first thing that is not there yet, as the server would say it; saves a round trip. */
export function lackOf(form: AffairForm, told: Told): Problem | undefined {
  const question = form.item.questions.find(({ key }) => told.questions[key] === undefined);
  if (question !== undefined)
    return lacking('affairs.question', `questions.${question.key}`, question.ask);
  const sent = sentOf(form, told);
  const field = openFields(form, told).find(
    ({ key, required }) => required && sent.fields[key] === undefined,
  );
  if (field !== undefined) return lacking('affairs.field', `fields.${field.key}`, field.title);
  const material = neededMaterials(form, told).find(
    ({ key, need, held, earlier }) =>
      need === 'required' &&
      held === null &&
      !(earlier !== null && isReused(told, key)) &&
      (told.photos[key] ?? []).length === 0,
  );
  if (material === undefined) return undefined;
  return lacking('affairs.material', `materials.${material.key}`, material.name);
}

const lacking = (code: string, field: string, name: string): Problem =>
  localProblem(code, 400, field, { name });
