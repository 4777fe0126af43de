// SPDX-License-Identifier: Apache-2.0
// What a row of each kind may hold. A row that does not fit is never approved.

import type { CatalogueRow } from '@lilong/contracts/catalogue';
import { ItemBody } from '@lilong/contracts/item-body';
import { type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';

type Kind = CatalogueRow['kind'];

const strict = { additionalProperties: false };
const limit = '[1-9]\\d{0,3}(UH|WH|WD|UD)';
const Limit = Type.String({ pattern: `^${limit}$` });
/** Graded, as solve limits are: `24UH/2UH`. */
const Limits = Type.String({ pattern: `^${limit}(/${limit})*$` });
const Code = Type.String({ pattern: '^\\d{2}$' });
const Text = (max: number) => Type.String({ minLength: 1, maxLength: max });
const LocalDay = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' });
const NamedDay = Type.Object({ date: LocalDay, name: Text(40) }, strict);

/** Who supplies labels or owns a value, by its line of work: a city's own departments are found by it. */
const suppliers = [
  'committee',
  'civil',
  'disabled',
  'insurance',
  'health',
  'veterans',
  'labour',
  'housing',
  'police',
  'party',
  'computed',
] as const;

const shapes: Readonly<Record<Kind, TSchema>> = {
  category: Type.Object(
    {
      kind: Type.Enum(['event', 'component', 'community']),
      majorCode: Code,
      minorCode: Code,
      majorName: Text(60),
      majorNameEn: Type.Optional(Type.String({ maxLength: 60 })),
      range: Type.Optional(Type.Enum(['std', 'ext'])),
      limits: Type.Array(Limit, { minItems: 1, maxItems: 9 }),
      arriveLimit: Type.Union([Limits, Type.Null()]),
      othersMaySee: Type.Boolean(),
      needsPhotoAfter: Type.Optional(Type.Boolean()),
      chip: Type.Optional(
        Type.Object(
          { order: Type.Integer({ minimum: 1, maximum: 99 }), name: Text(20), icon: Text(30) },
          strict,
        ),
      ),
    },
    strict,
  ),
  condition: Type.Object(
    {
      category: Text(40),
      order: Type.Integer({ minimum: 1, maximum: 9 }),
      limit: Limit,
      registerWhen: Text(500),
      registerWhenEn: Type.Optional(Type.String({ maxLength: 500 })),
      closeWhen: Text(500),
      closeWhenEn: Type.Optional(Type.String({ maxLength: 500 })),
    },
    strict,
  ),
  limit: Type.Object({ limit: Limit, toTheMinute: Type.Optional(Type.Boolean()) }, strict),
  office_hours: Type.Object(
    {
      kind: Type.Literal('office_hours'),
      organisation: Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])),
      from: LocalDay,
      to: Type.Optional(Type.Union([LocalDay, Type.Null()])),
      spans: Type.Array(Type.Tuple([Type.String(), Type.String()]), { minItems: 1, maxItems: 6 }),
      source: Text(200),
    },
    strict,
  ),
  calendar_year: Type.Object(
    {
      kind: Type.Literal('year'),
      year: Type.Integer({ minimum: 2000, maximum: 2999 }),
      status: Type.Enum(['published', 'assumed']),
      off: Type.Array(NamedDay, { maxItems: 366 }),
      work: Type.Array(NamedDay, { maxItems: 366 }),
      source: Text(200),
    },
    strict,
  ),
  decline_reason: Type.Object({}, strict),
  return_ground: Type.Object({}, strict),
  setting: Type.Object(
    { value: Type.Union([Type.Number(), Text(200)]), unit: Type.String({ maxLength: 20 }) },
    strict,
  ),
  /** Why somebody's data is opened. `chosen`: people pick it; otherwise an act of the program states it. */
  purpose: Type.Object({ chosen: Type.Boolean(), basis: Text(200) }, strict),
  label: Type.Object(
    {
      kind: Type.Enum(['shared', 'collected', 'computed', 'declared']),
      supplier: Type.Enum([...suppliers]),
      /** Level 5 has a store of its own, and is refused unless the deployment turns it on. */
      sensitivity: Type.Integer({ minimum: 1, maximum: 5 }),
      /** 0: nobody has to. */
      lookAgainDays: Type.Integer({ minimum: 0, maximum: 1830 }),
      /** How long it holds unless it is said again. 0: until it is withdrawn. */
      validDays: Type.Integer({ minimum: 0, maximum: 3660 }),
      basis: Text(200),
    },
    strict,
  ),
  /** A class of service at the counters: the letter of its numbers, and how long one usually takes. */
  service: Type.Object(
    {
      letter: Type.String({ pattern: '^[A-Z]$' }),
      order: Type.Integer({ minimum: 1, maximum: 99 }),
      minutes: Type.Integer({ minimum: 1, maximum: 240 }),
      about: Text(120),
      aboutEn: Type.Optional(Type.String({ maxLength: 200 })),
    },
    strict,
  ),
  /** What can be picked beside a grade: of visits, of matters or of both; beside bad grades or beside good ones. */
  rating_reason: Type.Object(
    {
      of: Type.Enum(['visit', 'matter', 'both']),
      bad: Type.Boolean(),
      order: Type.Integer({ minimum: 1, maximum: 99 }),
    },
    strict,
  ),
  /** What one can apply for: contracts/src/item-body.ts. */
  item: ItemBody,
  /** A data element: who owns it, `supplier` being whoever supplied the label, and how soon an objection is answered. */
  element: Type.Object(
    {
      owner: Type.Enum([...suppliers, 'supplier']),
      level: Type.Integer({ minimum: 1, maximum: 5 }),
      /** After so many days a value is looked at again. 0: it does not change by itself. */
      freshDays: Type.Integer({ minimum: 0, maximum: 3660 }),
      answer: Limit,
    },
    strict,
  ),
};

/** The first thing that does not fit the kind: where, and by which rule. */
export interface Misfit {
  /** `limits/0`; empty for the body as a whole. */
  readonly path: string;
  readonly rule: string;
}

export function misfitOf(kind: Kind, body: unknown): Misfit | undefined {
  const faults = [...Value.Errors(shapes[kind], body)];
  const fault = faults.find(({ keyword }) => keyword !== 'boolean') ?? faults[0];
  if (fault === undefined) return undefined;
  const named = fault.params as Record<string, unknown>; // as JSON Schema validators give them
  const listed = named.requiredProperties ?? named.additionalProperties;
  const field = Array.isArray(listed) ? String(listed[0]) : '';
  const path = [fault.instancePath.slice(1), field].filter((part) => part !== '').join('/');
  return { path, rule: fault.keyword };
}

/** The key that a row of this kind must have, when its body decides it. */
export function keyOf(kind: Kind, body: Readonly<Record<string, unknown>>): string | undefined {
  if (kind === 'category') return `${body.kind}-${body.majorCode}-${body.minorCode}`;
  if (kind === 'condition') return `${body.category}/${body.order}`;
  if (kind === 'calendar_year') return String(body.year);
  if (kind === 'office_hours') return `${body.organisation ?? 'city'}/${body.from}`;
  return undefined;
}
