// SPDX-License-Identifier: Apache-2.0
// The catalogue of matters (事项): what one can apply for, what it asks, what it promises. See docs/domain/affairs.md.
import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Nullable, OneOf, Words } from './shapes.ts';

/** 办件类型: done at once, promised by a day, passed on, several departments; words `affairkind.<name>`. */
export const affairKinds = ['instant', 'promised', 'reported', 'joint'] as const;
/** 通办范围; words `scope.<name>`. */
export const scopes = ['street', 'district', 'city', 'cities', 'provinces', 'nation'] as const;
/** By what happens in a life; words `event.<name>`. */
export const lifeEvents = [
  'birth', // 生育收养
  'school', // 入学助学
  'work', // 就业创业
  'unemployment', // 失业
  'illness', // 看病就医
  'disability', // 残疾人
  'hardship', // 困难救助
  'home', // 住房
  'newcomer', // 来沪人员
  'retirement', // 退休养老
  'veteran', // 退役军人
  'marriage', // 婚姻家庭
  'records', // 查档证明
  'death', // 身后事
  'card', // 社保卡与缴费
] as const;
export type LifeEvent = (typeof lifeEvents)[number];
/** Who has a material; words `materialfrom.<name>`. `registry` and `certificate` are never asked for. */
export const materialSources = ['registry', 'certificate', 'applicant', 'government'] as const;
/** Words `materialkind.<name>`. */
export const materialKinds = ['original', 'copy', 'electronic'] as const;
/** 必要, 非必要, 容缺后补; words `materialneed.<name>`. */
export const materialNeeds = ['required', 'optional', 'later'] as const;
/** How a result reaches people; words `delivery.<name>`. */
export const deliveries = ['window', 'post', 'locker', 'phone'] as const;
export type Delivery = (typeof deliveries)[number];
/** 特别程序, which stops the clock; words `procedure.<name>`. */
export const procedures = [
  'hearing', // 听证
  'inspection', // 检验
  'testing', // 检测
  'quarantine', // 检疫
  'appraisal', // 鉴定
  'experts', // 专家评审
  'notice', // 公示
  'household_visit', // 入户核查
  'inquiry', // 居民经济状况核对
] as const;
export type Procedure = (typeof procedures)[number];

/**
 * Data elements that the registry holds of whoever applies. A field of a form that names one is filled from it and never
 * asked while it is known. Words `held.<element>`.
 */
export const heldElements = [
  'person.name',
  'person.sex',
  'person.born_on',
  'person.age',
  'person.nation',
  'person.registered_in',
  'person.id',
  'person.phone',
  'person.door',
  'person.committee',
  'person.labels',
  'home.tenure',
  'home.area_m2',
] as const;
export type HeldElement = (typeof heldElements)[number];

/** Key of an item: `S011`. */
export const ItemKey = Type.String({ pattern: '^[A-Z]\\d{3,6}$' });
/** `20WD`: working days; `30UD`: natural days. */
const LimitText = Type.String();
const Text = Type.String();
const TextEn = Nullable(Type.String());

/** Only when the question was answered with one of these. */
export const When = Type.Object({ question: Type.String(), is: Type.Array(Type.String()) });
export type When = Static<typeof When>;

/** 情形引导: decides which materials and fields are needed. One question with its choices. */
export const ItemQuestion = Type.Object({
  key: Type.String(),
  ask: Text,
  askEn: TextEn,
  choices: Type.Array(Type.Object({ key: Type.String(), says: Text, saysEn: TextEn })),
});
export type ItemQuestion = Static<typeof ItemQuestion>;

/** How a field is typed. `choice` one of `choices`. */
export const fieldTypes = [
  'text',
  'long_text',
  'integer',
  'number',
  'yes_no',
  'date',
  'choice',
] as const;
export const FormField = Type.Object({
  key: Type.String(),
  title: Text,
  titleEn: TextEn,
  type: OneOf(fieldTypes),
  required: Type.Boolean(),
  help: TextEn,
  /** Most characters of a text, bounds of a number. */
  max: Nullable(Type.Number()),
  min: Nullable(Type.Number()),
  choices: Type.Array(Type.Object({ key: Type.String(), says: Text, saysEn: TextEn })),
  /** Data element of the registry; none: only whoever applies knows it. */
  element: Nullable(OneOf(heldElements)),
  when: Nullable(When),
});
export type FormField = Static<typeof FormField>;

export const ItemMaterial = Type.Object({
  key: Type.String(),
  name: Text,
  nameEn: TextEn,
  source: OneOf(materialSources),
  kind: OneOf(materialKinds),
  copies: Type.Integer(),
  need: OneOf(materialNeeds),
  note: TextEn,
  /** How old it may be, in days. */
  freshDays: Nullable(Type.Integer()),
  when: Nullable(When),
  /** Kind of certificate that stands in for it. */
  certificate: TextEn,
});
export type ItemMaterial = Static<typeof ItemMaterial>;

/**
 * What an item asks of people at most, when the registry knows everything: fields in all, of these known and asked,
 * questions, papers to bring, minutes by the rule of item-burden.ts.
 */
export const ItemBurden = Type.Object({
  fields: Type.Integer(),
  known: Type.Integer(),
  asked: Type.Integer(),
  questions: Type.Integer(),
  papers: Type.Integer(),
  minutes: Type.Integer(),
});
export type ItemBurden = Static<typeof ItemBurden>;

export const ItemLine = Type.Object({
  item: ItemKey,
  name: Text,
  nameEn: TextEn,
  department: Type.Object({ key: Type.String(), name: Text, nameEn: TextEn }),
  events: Type.Array(OneOf(lifeEvents)),
  kind: OneOf(affairKinds),
  /** Applied for from home. */
  fromHome: Type.Boolean(),
  /** 到现场次数: times that somebody has to come; 0 none. */
  visits: Type.Integer(),
  promised: LimitText,
  legal: Nullable(LimitText),
  charged: Type.Boolean(),
  /** Own form and questions; otherwise the general form. */
  complete: Type.Boolean(),
  /** 即办: decided at once by rule when everything is clear. */
  byRule: Type.Boolean(),
  /** 免申即享: whoever is entitled is offered it. */
  unasked: Type.Boolean(),
  /** What it costs whoever applies: contracts/src/item-burden.ts. */
  burden: ItemBurden,
});
export type ItemLine = Static<typeof ItemLine>;

export const listItems = route({
  method: 'GET',
  path: '/api/affairs/items',
  summary: 'What one can apply for: by words or pinyin, life event, department; open to everybody',
  input: Type.Object({
    /** Part of the name, what people call it, or its pinyin: 敬老卡, jlk, jinglao. */
    q: Type.Optional(Words(50)),
    event: Type.Optional(OneOf(lifeEvents)),
    department: Type.Optional(Words(40)),
    /** Of the department for which one acts. */
    mine: Type.Optional(Type.Boolean()),
  }),
  /** Best match first; otherwise in the order of the catalogue. Our own counts, of all items in force. */
  reply: Type.Object({
    items: Type.Array(ItemLine),
    events: Type.Array(Type.Object({ event: OneOf(lifeEvents), items: Type.Integer() })),
    departments: Type.Array(
      Type.Object({ key: Type.String(), name: Text, nameEn: TextEn, items: Type.Integer() }),
    ),
    all: Type.Integer(),
    fromHome: Type.Integer(),
    noVisit: Type.Integer(),
    complete: Type.Integer(),
  }),
});

/** 办事指南: the whole item. */
export const ItemCard = Type.Object({
  ...ItemLine.properties,
  /** 基本编码 12, 实施编码 31 digits; `invented`: 示例. */
  code: Type.Object({
    basic: Text,
    implementing: Nullable(Text),
    invented: Type.Boolean(),
  }),
  /** Words of the matter: what it is for. */
  about: Text,
  aboutEn: TextEn,
  scope: OneOf(scopes),
  /** `direct`: any centre receives and finishes (直接受理). `forwarded`: received anywhere, accepted where one is registered or lives (收受分离). */
  mode: OneOf(['direct', 'forwarded'] as const),
  acceptsAt: OneOf(['registered', 'lives'] as const),
  decides: OneOf(['centre', 'department'] as const),
  /** Why one has to come, when one has to. */
  visitsWhy: TextEn,
  conditions: Type.Array(Type.Object({ text: Text, textEn: TextEn })),
  questions: Type.Array(ItemQuestion),
  fields: Type.Array(FormField),
  materials: Type.Array(ItemMaterial),
  procedures: Type.Array(OneOf(procedures)),
  result: Type.Object({
    kind: OneOf(['certificate', 'approval', 'record', 'payment', 'answer'] as const),
    name: Text,
    nameEn: TextEn,
    valid: TextEn,
    deliveries: Type.Array(OneOf(deliveries)),
  }),
  fee: Type.Object({ charged: Type.Boolean(), standard: TextEn, basis: TextEn }),
  law: Type.Array(
    Type.Object({
      ...{ name: Text, nameEn: TextEn, article: TextEn, articleEn: TextEn },
      ...{ text: TextEn, textEn: TextEn },
    }),
  ),
  steps: Type.Array(
    Type.Object({
      ...{ step: Text, stepEn: TextEn, who: Text, whoEn: TextEn, limit: Nullable(LimitText) },
    }),
  ),
  contact: Type.Object({ where: Text, hours: Text, phone: TextEn, complaints: TextEn }),
  /** Items that issue the certificates which stand in for materials. */
  issuers: Type.Array(
    Type.Object({ certificate: Type.String(), item: ItemKey, name: Text, nameEn: TextEn }),
  ),
  /** Other items that go with it (一件事). */
  joins: Type.Array(Type.Object({ item: ItemKey, name: Text, nameEn: TextEn })),
  /** 一件事: what is decided of it apart, by whom and by when. Empty: it is one matter. */
  parts: Type.Array(
    Type.Object({
      item: ItemKey,
      name: Text,
      nameEn: TextEn,
      departmentName: Text,
      departmentNameEn: TextEn,
      promised: LimitText,
      when: Nullable(When),
    }),
  ),
  /** 示例 and where it comes from; since when this version holds. */
  source: Text,
  since: Type.String({ format: 'date' }),
  /** Number of the catalogue row: a running matter keeps it. */
  version: Type.Integer(),
});
export type ItemCard = Static<typeof ItemCard>;
export const itemCard = route({
  method: 'GET',
  path: '/api/affairs/items/:item',
  summary: 'One item with its guide, questions, form and materials; open to everybody',
  input: Type.Object({ item: ItemKey }),
  reply: ItemCard,
});

/** True when something that depends on a question is needed, by the answers so far. */
export function isNeeded(when: When | null, answers: Readonly<Record<string, string>>): boolean {
  return when === null || when.is.includes(answers[when.question] ?? '');
}
