// SPDX-License-Identifier: Apache-2.0
// What a row of the catalogue holds of an item (domain facts 5.5). Everything that tells a rich item from a plain one is
// here, as data: its questions, its own form, the rule that decides it at once.
import { type Static, Type } from 'typebox';
import {
  affairKinds,
  deliveries,
  heldElements,
  lifeEvents,
  materialKinds,
  materialNeeds,
  materialSources,
  procedures,
  scopes,
} from './affair-items.ts';
import { OneOf } from './shapes.ts';

const strict = { additionalProperties: false };
const Text = (max: number) => Type.String({ minLength: 1, maxLength: max });
const LimitText = Type.String({ pattern: '^[1-9]\\d{0,3}(UH|WH|WD|UD)$' });
const Key = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' });
const ItemRef = Type.String({ pattern: '^[A-Z]\\d{3,6}$' });
const When = Type.Object(
  { question: Key, is: Type.Array(Key, { minItems: 1, maxItems: 20 }) },
  strict,
);
const Element = OneOf(heldElements);

/** One property of a form: JSON Schema of 2020-12, with `element`, titles and `when` as annotations. */
export const FormProperty = Type.Object(
  {
    type: OneOf(['string', 'integer', 'number', 'boolean'] as const),
    title: Text(40),
    titleEn: Type.Optional(Text(80)),
    description: Type.Optional(Text(200)),
    enum: Type.Optional(Type.Array(Key, { minItems: 1, maxItems: 40 })),
    enumTitles: Type.Optional(Type.Array(Text(40))),
    enumTitlesEn: Type.Optional(Type.Array(Text(80))),
    minLength: Type.Optional(Type.Integer({ minimum: 0, maximum: 2000 })),
    maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000 })),
    pattern: Type.Optional(Text(200)),
    minimum: Type.Optional(Type.Number()),
    maximum: Type.Optional(Type.Number()),
    format: Type.Optional(OneOf(['date'] as const)),
    /** Filled from the registry, never asked while it is known. */
    element: Type.Optional(Element),
    /** Why it is asked although the registry has something of that name. */
    waived: Type.Optional(Text(200)),
    when: Type.Optional(When),
  },
  strict,
);
export type FormProperty = Static<typeof FormProperty>;
export const ItemForm = Type.Object(
  {
    type: Type.Literal('object'),
    properties: Type.Record(Key, FormProperty),
    required: Type.Array(Key, { maxItems: 60 }),
    /** In which order they are asked; the database keeps none of `properties`. What it does not name comes last. */
    order: Type.Optional(Type.Array(Key, { maxItems: 60 })),
  },
  strict,
);
export type ItemForm = Static<typeof ItemForm>;

/** One thing that has to be so: of a data element, or of a question. All of them, and it is granted at once. */
export const Condition = Type.Object(
  {
    element: Type.Optional(Element),
    question: Type.Optional(Key),
    /** It is known, whatever it is. */
    known: Type.Optional(Type.Literal(true)),
    is: Type.Optional(Type.Array(Text(40), { minItems: 1, maxItems: 40 })),
    atLeast: Type.Optional(Type.Number()),
    below: Type.Optional(Type.Number()),
    /** The value begins with it: 31 is registered in Shanghai. */
    begins: Type.Optional(Text(12)),
    /** What is told when it is not so. */
    otherwise: Type.Optional(Text(200)),
    /** The condition in words, told with an offer. */
    says: Type.Optional(Text(60)),
    saysEn: Type.Optional(Text(120)),
  },
  strict,
);
export type Condition = Static<typeof Condition>;

/** One office's part of a joint matter. */
export const ItemPart = Type.Object(
  {
    item: ItemRef,
    fields: Type.Array(Key, { maxItems: 60 }),
    materials: Type.Array(Key, { maxItems: 40 }),
    when: Type.Optional(When),
  },
  strict,
);
export type ItemPart = Static<typeof ItemPart>;

/** What a decision is written on; slots: contracts/src/item-documents.ts. */
export const Template = Type.Object(
  {
    title: Text(40),
    titleEn: Type.Optional(Text(80)),
    text: Text(2000),
    textEn: Type.Optional(Text(4000)),
  },
  strict,
);

export const ItemBody = Type.Object(
  {
    department: Type.Object(
      {
        key: Key,
        name: Text(40),
        nameEn: Type.Optional(Text(80)),
        /** Part of the name by which the organisation that decides is found in a district. */
        office: Type.Optional(Text(40)),
      },
      strict,
    ),
    about: Text(300),
    aboutEn: Type.Optional(Text(600)),
    /** What people call it. */
    calledAlso: Type.Array(Text(30), { maxItems: 20 }),
    code: Type.Object(
      {
        /** 基本编码: 2 region + 2 power type + 2 department + 3 main + 3 sub. */
        basic: Type.String({ pattern: '^\\d{12}$' }),
        /** 实施编码: credit code 18 + level 1 + basic 12. */
        implementing: Type.Optional(
          Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}[1-6][0-9]{12}$' }),
        ),
        /** Another province's longer form, as it came. */
        raw: Type.Optional(Text(60)),
        invented: Type.Boolean(),
      },
      strict,
    ),
    events: Type.Array(OneOf(lifeEvents), { minItems: 1, maxItems: 5 }),
    kind: OneOf(affairKinds),
    legal: Type.Optional(LimitText),
    promised: LimitText,
    visits: Type.Integer({ minimum: 0, maximum: 9 }),
    visitsWhy: Type.Optional(Text(200)),
    fromHome: Type.Boolean(),
    scope: OneOf(scopes),
    mode: OneOf(['direct', 'forwarded'] as const),
    acceptsAt: OneOf(['registered', 'lives'] as const),
    decides: OneOf(['centre', 'department'] as const),
    conditions: Type.Array(
      Type.Object({ text: Text(200), textEn: Type.Optional(Text(300)) }, strict),
      { maxItems: 20 },
    ),
    questions: Type.Array(
      Type.Object(
        {
          key: Key,
          ask: Text(100),
          askEn: Type.Optional(Text(200)),
          choices: Type.Array(
            Type.Object({ key: Key, says: Text(60), saysEn: Type.Optional(Text(120)) }, strict),
            { minItems: 2, maxItems: 20 },
          ),
        },
        strict,
      ),
      { maxItems: 12 },
    ),
    /** None: the general form. */
    form: Type.Optional(ItemForm),
    materials: Type.Array(
      Type.Object(
        {
          key: Key,
          name: Text(60),
          nameEn: Type.Optional(Text(120)),
          source: OneOf(materialSources),
          kind: OneOf(materialKinds),
          copies: Type.Integer({ minimum: 1, maximum: 9 }),
          need: OneOf(materialNeeds),
          note: Type.Optional(Text(200)),
          /** How old the paper may be, in days; without it any age will do. */
          freshDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3660 })),
          /** The element that stands in for it: it is held when that is known. */
          element: Type.Optional(Element),
          /** Kind of certificate that stands in for it: a valid one of the person is taken by consent. */
          certificate: Type.Optional(Key),
          /** Which paper it is, the same in every item (`lease`): one that is fresh still is not brought twice. */
          paper: Type.Optional(Key),
          when: Type.Optional(When),
        },
        strict,
      ),
      { maxItems: 40 },
    ),
    procedures: Type.Array(OneOf(procedures), { maxItems: 9 }),
    result: Type.Object(
      {
        kind: OneOf(['certificate', 'approval', 'record', 'payment', 'answer'] as const),
        name: Text(60),
        nameEn: Type.Optional(Text(120)),
        valid: Type.Optional(Text(100)),
        /** Of a certificate: for how many months, for good without; and which fields stand on it, by key. */
        months: Type.Optional(Type.Integer({ minimum: 1, maximum: 1200 })),
        lines: Type.Optional(Type.Array(Key, { maxItems: 12 })),
        /** Of a certificate: its kind, by which materials of other items ask for it. */
        certificate: Type.Optional(Key),
        deliveries: Type.Array(OneOf(deliveries), { minItems: 1, maxItems: 4 }),
      },
      strict,
    ),
    /** None: the general ones. */
    documents: Type.Optional(
      Type.Object({ granted: Type.Optional(Template), refused: Type.Optional(Template) }, strict),
    ),
    fee: Type.Object(
      {
        charged: Type.Boolean(),
        standard: Type.Optional(Text(100)),
        basis: Type.Optional(Text(200)),
      },
      strict,
    ),
    law: Type.Array(
      Type.Object(
        {
          ...{ name: Text(100), nameEn: Type.Optional(Text(300)) },
          ...{ article: Type.Optional(Text(40)), articleEn: Type.Optional(Text(120)) },
          ...{ text: Type.Optional(Text(1000)), textEn: Type.Optional(Text(3000)) },
        },
        strict,
      ),
      { maxItems: 20 },
    ),
    steps: Type.Array(
      Type.Object(
        {
          ...{ step: Text(20), stepEn: Type.Optional(Text(60)) },
          ...{ who: Text(40), whoEn: Type.Optional(Text(120)) },
          limit: Type.Optional(LimitText),
        },
        strict,
      ),
      { maxItems: 12 },
    ),
    contact: Type.Object(
      {
        where: Text(120),
        hours: Text(120),
        phone: Type.Optional(Text(40)),
        complaints: Type.Optional(Text(60)),
      },
      strict,
    ),
    joins: Type.Array(ItemRef, { maxItems: 9 }),
    /**
     * 一件事: what several offices decide of one form, handed in once. Each part is an item of the catalogue (this one
     * too), which says who decides it and by when; its office sees these fields and materials and no others.
     */
    parts: Type.Optional(Type.Array(ItemPart, { minItems: 2, maxItems: 9 })),
    /** 免申即享: whoever is so is offered it without asking. Elements only: nobody has answered anything yet. */
    unasked: Type.Optional(
      Type.Object(
        {
          entitled: Type.Array(Condition, { minItems: 1, maxItems: 9 }),
          /** Told with the offer. */
          why: Text(200),
          whyEn: Type.Optional(Text(300)),
          /** What a yes answers where the registry does not; the person may say otherwise. */
          fills: Type.Optional(
            Type.Object(
              {
                questions: Type.Optional(Type.Record(Key, Key)),
                fields: Type.Optional(Type.Record(Key, Text(200))),
                deliverBy: Type.Optional(OneOf(deliveries)),
              },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
    /** 即办: granted at once when all of it is so; otherwise somebody reviews it. */
    rule: Type.Optional(Type.Array(Condition, { minItems: 1, maxItems: 20 })),
  },
  strict,
);
export type ItemBody = Static<typeof ItemBody>;
