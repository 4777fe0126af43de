// SPDX-License-Identifier: Apache-2.0
// What a clerk has ticked and typed for the person at the window: what goes to the server.
import { type Delivery, isNeeded } from '@lilong/contracts/affair-items';
import type { receiveApplication } from '@lilong/contracts/affair-work';
import type { AffairForm, FilledField, FilledMaterial } from '@lilong/contracts/affairs';
import type { InputOf } from '@lilong/contracts/route';

export interface Taken {
  readonly questions: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string | boolean>>;
  /** Papers that were handed over. */
  readonly papers: readonly string[];
  /** Those of an earlier matter that were chosen. */
  readonly reused: readonly string[];
  /** Answers from home that are typed anew. */
  readonly retyped: readonly string[];
  /** How the person agreed, and the code that they showed. */
  readonly agreed?: 'told' | 'code';
  readonly code: string;
  readonly deliverBy?: Delivery;
}
type Said = Pick<
  InputOf<typeof receiveApplication>,
  'questions' | 'fields' | 'materials' | 'deliverBy'
>;

/** Read once for a visit, and kept nowhere when it is over: the person reads that it was looked at. */
export const forThisVisit = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

export const nothingTaken: Taken = {
  ...{ questions: {}, fields: {}, papers: [], reused: [], retyped: [], code: '' },
};

/** What was begun at home stands there already; how the result comes is chosen where it can be. */
export function startOf({ item, draft, collected }: AffairForm): Taken {
  const { deliveries } = item.result;
  const deliverBy = draft?.deliverBy ?? deliveries.find((by) => by === 'window') ?? deliveries[0];
  return {
    ...nothingTaken,
    questions: draft?.questions ?? {},
    papers: collected.map(({ key }) => key),
    ...(deliverBy === undefined ? {} : { deliverBy }),
  };
}

export const isRetyped = ({ retyped }: Taken, key: string): boolean => retyped.includes(key);

/** Fields to be typed here: what the city does not know, and nobody has filled in at home. */
export const fieldsToType = (form: AffairForm, taken: Taken): FilledField[] =>
  openFields(form, taken).filter(
    ({ key }) => isRetyped(taken, key) || !form.draft?.fields.some((one) => one.key === key),
  );

/** Fields that the city does not know. */
export const openFields = ({ fields }: AffairForm, { questions }: Taken): FilledField[] =>
  fields.filter(({ held, when }) => held === null && isNeeded(when, questions));
export const knownFields = ({ fields }: AffairForm, { questions }: Taken): FilledField[] =>
  fields.filter(({ held, when }) => held !== null && isNeeded(when, questions));
export const neededMaterials = (
  { materials }: AffairForm,
  { questions }: Taken,
): FilledMaterial[] => materials.filter(({ when }) => isNeeded(when, questions));

/** Nothing that is held, and nothing that an answer makes needless. Where nothing was said here, what was begun at home holds. */
export function saidOf(form: AffairForm, taken: Taken): Said {
  const fields = openFields(form, taken).flatMap((field) => {
    const value = typed(field, taken.fields[field.key]);
    return value === undefined ? [] : [[field.key, value] as const];
  });
  const materials = neededMaterials(form, taken)
    .filter(({ held }) => held === null)
    .flatMap(({ key, earlier }): NonNullable<Said['materials']> => {
      if (earlier !== null && taken.reused.includes(key)) return [{ key, how: 'earlier' }];
      return taken.papers.includes(key) ? [{ key, how: 'paper' }] : [];
    });
  return {
    ...(Object.keys(taken.questions).length === 0 ? {} : { questions: taken.questions }),
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }),
    ...(materials.length === 0 ? {} : { materials }),
    ...(taken.deliverBy === undefined ? {} : { deliverBy: taken.deliverBy }),
  };
}

/** None while it was not said how. */
export function consentOf({ agreed, code }: Taken): Consent | undefined {
  if (agreed === undefined) return undefined;
  return agreed === 'told' ? { by: 'told' } : { by: 'code', code };
}
type Consent = InputOf<typeof receiveApplication>['consent'];

/** A number as a number; what is none goes as it was typed, and the server says what is wrong with it. */
function typed(
  { type }: FilledField,
  value: string | boolean | undefined,
): string | number | boolean | undefined {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text === '') return undefined;
  const isNumber = type === 'integer' || type === 'number';
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
}
