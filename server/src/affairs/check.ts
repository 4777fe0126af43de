// SPDX-License-Identifier: Apache-2.0
// What a shape cannot say of an item: limits, codes, questions that lead somewhere, and fields that the city could fill. Pure.
import type { HeldElement } from '@lilong/contracts/affair-items';
import { readCredit } from '@lilong/contracts/id-number';
import type { ItemBody } from '@lilong/contracts/item-body';
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
] as const;
export interface ItemFault {
  readonly fault: (typeof itemFaults)[number];
  /** What it is about: a field, a question, a code. */
  readonly name: string;
}

/** The first thing that is wrong with an item whose shape is right. */
export function faultOfItem(body: ItemBody): ItemFault | undefined {
  return (
    limitsFault(body) ??
    codeFault(body) ??
    visitsFault(body) ??
    questionFault(body) ??
    fieldFault(body) ??
    materialFault(body) ??
    ruleFault(body)
  );
}

const weekDays = 7 / 5;
const dayHours = { urgent_hour: 1 / 24, work_hour: (1 / 7) * weekDays };
/** Natural days that a limit takes at most, roughly. */
function daysOf(text: string): number {
  const { kind, amount } = parseLimit(text);
  if (kind === 'work_day') return amount * weekDays;
  return kind === 'natural_day' ? amount : amount * dayHours[kind];
}

function limitsFault({ promised, legal }: ItemBody): ItemFault | undefined {
  if (legal === undefined || daysOf(promised) <= daysOf(legal)) return undefined;
  return { fault: 'limits', name: `${promised} > ${legal}` };
}

/** 01 许可 … 10 其他权力, 20 公共服务. */
const powers = /^\d\d(0[1-9]|10|20)/;
const LEVEL = 18;

function codeFault({ code: { basic, implementing } }: ItemBody): ItemFault | undefined {
  if (!powers.test(basic)) return { fault: 'code', name: basic };
  if (implementing === undefined) return undefined;
  const credit = implementing.slice(0, LEVEL);
  const good = implementing.slice(LEVEL + 1) === basic && readCredit(credit) === 'good';
  return good ? undefined : { fault: 'code', name: implementing };
}

const visitsFault = ({ visits, visitsWhy }: ItemBody): ItemFault | undefined =>
  visits > 0 && visitsWhy === undefined ? { fault: 'visits', name: String(visits) } : undefined;

function questionFault(body: ItemBody): ItemFault | undefined {
  const keys = body.questions.map(({ key }) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) return { fault: 'question', name: twice };
  const whens = [...Object.values(formOf(body).properties), ...body.materials].map(
    ({ when }) => when,
  );
  for (const when of whens) {
    if (when === undefined) continue;
    const question = body.questions.find(({ key }) => key === when.question);
    const leads = when.is.every((key) => question?.choices.some((choice) => choice.key === key));
    if (question === undefined || !leads) return { fault: 'question', name: when.question };
  }
  return undefined;
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

function fieldFault(body: ItemBody): ItemFault | undefined {
  const { properties, required, order = [] } = formOf(body);
  const lost = [...required, ...order].find((key) => properties[key] === undefined);
  if (lost !== undefined) return { fault: 'field', name: lost };
  for (const property of Object.values(properties)) {
    const { title, element, waived, enum: codes = [], enumTitles = [] } = property;
    if (codes.length !== enumTitles.length) return { fault: 'choice', name: title };
    if (property.pattern !== undefined && !isPattern(property.pattern))
      return { fault: 'field', name: title };
    const known = heldBy.some(([words]) => words.test(title));
    if (known && element === undefined && waived === undefined)
      return { fault: 'held', name: title };
  }
  return undefined;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text).source !== '';
  } catch {
    return false;
  }
}

function materialFault({ materials }: ItemBody): ItemFault | undefined {
  const bare = materials.find(
    ({ source, element }) => source === 'registry' && element === undefined,
  );
  return bare === undefined ? undefined : { fault: 'element', name: bare.name };
}

function ruleFault({ rule = [], questions }: ItemBody): ItemFault | undefined {
  const wrong = rule.find(
    ({ element, question, known, is, atLeast, below, begins }) =>
      (element === undefined) === (question === undefined) ||
      (question !== undefined && !questions.some(({ key }) => key === question)) ||
      [known, is, atLeast, below, begins].every((one) => one === undefined),
  );
  return wrong === undefined
    ? undefined
    : { fault: 'rule', name: wrong.element ?? wrong.question ?? '' };
}
