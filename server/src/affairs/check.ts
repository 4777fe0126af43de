// SPDX-License-Identifier: Apache-2.0
// What a shape cannot say of an item: limits, codes, questions that lead somewhere, and fields that the city could fill. Pure.
import type { HeldElement } from '@lilong/contracts/affair-items';
import { readCredit } from '@lilong/contracts/id-number';
import type { FormProperty, ItemBody } from '@lilong/contracts/item-body';
import {
  type DocumentSlot,
  documentKinds,
  documentSlots,
  mustTell,
  slotsOf,
} from '@lilong/contracts/item-documents';
import { parseLimit } from '../kernel/calendar.ts';
import { formOf } from './items.ts';

export const itemFaults = [
  'limits', // 承诺时限 is longer than 法定时限
  'code',
  'question',
  'choice',
  'field',
  'held', // asks for what the registry holds
  'element',
  'rule',
  'visits',
  'part',
  'unasked',
  'document', // a slot that nothing fills, or one that law wants and is not there
] as const;
export interface ItemFault {
  readonly fault: (typeof itemFaults)[number];
  /** What it is about: a field, a question, a code. */
  readonly name: string;
  /** Where it stands in the body: `form.rent`, `materials.2`, `promised`. */
  readonly at: string;
}

/** Everything that is wrong with an item whose shape is right. */
export const faultsOfItem = (body: ItemBody): ItemFault[] => [
  ...limitsFaults(body),
  ...codeFaults(body),
  ...visitsFaults(body),
  ...questionFaults(body),
  ...fieldFaults(body),
  ...materialFaults(body),
  ...ruleFaults(body),
  ...partFaults(body),
  ...unaskedFaults(body),
  ...documentFaults(body),
];
/** The first of it. */
export const faultOfItem = (body: ItemBody): ItemFault | undefined => faultsOfItem(body)[0];

const weekDays = 7 / 5;
const dayHours = { urgent_hour: 1 / 24, work_hour: (1 / 7) * weekDays };
/** Natural days that a limit takes at most, roughly. */
function daysOf(text: string): number {
  const { kind, amount } = parseLimit(text);
  if (kind === 'work_day') return amount * weekDays;
  return kind === 'natural_day' ? amount : amount * dayHours[kind];
}

function limitsFaults({ promised, legal }: ItemBody): ItemFault[] {
  if (legal === undefined || daysOf(promised) <= daysOf(legal)) return [];
  return [{ fault: 'limits', name: `${promised} > ${legal}`, at: 'promised' }];
}

/** 01 许可 … 10 其他权力, 20 公共服务. */
const powers = /^\d\d(0[1-9]|10|20)/;
const LEVEL = 18;

function codeFaults({ code: { basic, implementing } }: ItemBody): ItemFault[] {
  if (!powers.test(basic)) return [{ fault: 'code', name: basic, at: 'code.basic' }];
  if (implementing === undefined) return [];
  const credit = implementing.slice(0, LEVEL);
  const good = implementing.slice(LEVEL + 1) === basic && readCredit(credit) === 'good';
  return good ? [] : [{ fault: 'code', name: implementing, at: 'code.implementing' }];
}

const visitsFaults = ({ visits, visitsWhy }: ItemBody): ItemFault[] =>
  visits > 0 && visitsWhy === undefined
    ? [{ fault: 'visits', name: String(visits), at: 'visitsWhy' }]
    : [];

function questionFaults(body: ItemBody): ItemFault[] {
  const keys = body.questions.map(({ key }) => key);
  const twice = body.questions.flatMap(({ key, ask }, at): ItemFault[] =>
    keys.indexOf(key) === at ? [] : [{ fault: 'question', name: ask, at: `questions.${at}` }],
  );
  const whens = [
    ...Object.entries(formOf(body).properties).map(
      ([key, { title, when }]) => ({ name: title, when, at: `form.${key}` }) as const,
    ),
    ...body.materials.map(({ name, when }, at) => ({ name, when, at: `materials.${at}` })),
    ...(body.parts ?? []).map(({ item, when }, at) => ({ name: item, when, at: `parts.${at}` })),
  ];
  const lost = whens.flatMap(({ name, when, at }): ItemFault[] =>
    leads(body, when) ? [] : [{ fault: 'question', name, at }],
  );
  return [...twice, ...lost];
}

/** The question is there, and so are the answers. */
function leads({ questions }: ItemBody, when: ItemBody['materials'][number]['when']): boolean {
  if (when === undefined) return true;
  const question = questions.find(({ key }) => key === when.question);
  return when.is.every((key) => question?.choices.some((choice) => choice.key === key) === true);
}

/** Words of a title by which a field asks for what the registry holds. */
const heldBy: readonly (readonly [RegExp, HeldElement])[] = [
  [/^(申请人|本人)?(姓名|名字)$/, 'person.name'],
  [/身份证号|证件号码?$/, 'person.id'],
  [/出生(日期|年月)|生日/, 'person.born_on'],
  [/^(申请人|本人)?年龄$/, 'person.age'],
  [/^(申请人|本人)?性别$/, 'person.sex'],
  [/民族/, 'person.nation'],
  [/^(申请人|本人)?(手机号?|联系电话|电话)$/, 'person.phone'],
  [/户籍(所在)?地|户口所在地/, 'person.registered_in'],
  [/住址|居住地址|家庭地址|现住/, 'person.door'],
  [/居委会/, 'person.committee'],
  [/房屋性质|产权性质/, 'home.tenure'],
  [/建筑面积/, 'home.area_m2'],
];

function fieldFaults(body: ItemBody): ItemFault[] {
  const { properties, required, order = [] } = formOf(body);
  const lost = [...required, ...order].filter((key) => properties[key] === undefined);
  return [
    ...lost.map((key): ItemFault => ({ fault: 'field', name: key, at: 'form' })),
    ...Object.entries(properties).flatMap(([key, property]) => {
      const fault = faultOfProperty(property);
      return fault === undefined ? [] : [{ fault, name: property.title, at: `form.${key}` }];
    }),
  ];
}

function faultOfProperty(property: FormProperty): ItemFault['fault'] | undefined {
  const { title, element, waived, enum: codes = [], enumTitles = [], pattern } = property;
  if (codes.length !== enumTitles.length) return 'choice';
  if (pattern !== undefined && !isPattern(pattern)) return 'field';
  const known = heldBy.some(([words]) => words.test(title));
  return known && element === undefined && waived === undefined ? 'held' : undefined;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text).source !== '';
  } catch {
    return false;
  }
}

/** What is said to be of the registry names its element, what is said to be a certificate its kind. */
const materialFaults = ({ materials, result }: ItemBody): ItemFault[] => [
  ...materials.flatMap(({ source, element, certificate, name }, at): ItemFault[] =>
    (source === 'registry' && element === undefined) ||
    (source === 'certificate' && certificate === undefined)
      ? [{ fault: 'element', name, at: `materials.${at}` }]
      : [],
  ),
  ...(result.certificate === undefined || result.kind === 'certificate'
    ? []
    : [{ fault: 'element' as const, name: result.name, at: 'result' }]),
];

function ruleFaults({ rule = [], questions }: ItemBody): ItemFault[] {
  return rule.flatMap(
    ({ element, question, known, is, atLeast, below, begins }, at): ItemFault[] => {
      const wrong =
        (element === undefined) === (question === undefined) ||
        (question !== undefined && !questions.some(({ key }) => key === question)) ||
        [known, is, atLeast, below, begins].every((one) => one === undefined);
      return wrong ? [{ fault: 'rule', name: element ?? question ?? '', at: `rule.${at}` }] : [];
    },
  );
}

/** Each part names fields and materials that are there. */
function partFaults(body: ItemBody): ItemFault[] {
  const fields = Object.keys(formOf(body).properties);
  const papers = body.materials.map(({ key }) => key);
  return (body.parts ?? []).flatMap((part, at) => {
    const lost = [
      ...part.fields.filter((key) => !fields.includes(key)),
      ...part.materials.filter((key) => !papers.includes(key)),
    ];
    return lost.map((key): ItemFault => ({ fault: 'part', name: key, at: `parts.${at}` }));
  });
}

/** Who is entitled is found before anybody answers anything. */
const unaskedFaults = ({ unasked }: ItemBody): ItemFault[] =>
  (unasked?.entitled ?? []).flatMap(({ element, question }, at): ItemFault[] =>
    element === undefined || question !== undefined
      ? [{ fault: 'unasked', name: question ?? '', at: `unasked.entitled.${at}` }]
      : [],
  );

/** Every slot is one that is filled, and a refusal tells why and what one can do. */
function documentFaults({ documents = {} }: ItemBody): ItemFault[] {
  const wrong = (name: string, at: string): ItemFault => ({ fault: 'document', name, at });
  return documentKinds.flatMap((kind) => {
    const { text, textEn } = documents[kind] ?? {};
    return (
      [
        ['text', text],
        ['textEn', textEn],
      ] as const
    ).flatMap(([name, written]) => {
      if (written === undefined) return [];
      const at = `documents.${kind}.${name}`;
      const slots = slotsOf(written);
      const unknown = slots.filter(([, slot]) => slot === undefined).map(([said]) => said);
      const there = (slot: DocumentSlot) => slots.some(([, one]) => one === slot);
      const missing = mustTell[kind].filter((slot) => !there(slot));
      return [...unknown, ...missing.map((slot) => documentSlots[slot])].map((said) =>
        wrong(said, at),
      );
    });
  });
}
