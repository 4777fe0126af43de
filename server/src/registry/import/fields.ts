// SPDX-License-Identifier: Apache-2.0
// What a file may say of people, homes and institutions, and under which headings it does. Others are mapped by hand and remembered.
import { Misfit } from '../../places/index.ts';

export const kinds = ['people', 'homes', 'institutions'] as const;
export type Kind = (typeof kinds)[number];

/** Headings that are understood; the first is the field's own name. */
const people = {
  name: ['姓名', '人员姓名', '居民姓名', '名字', 'name'],
  document: ['证件类型', '证件种类', '证件名称', 'document'],
  number: [
    '证件号码',
    '证件号',
    '身份证号',
    '身份证号码',
    '身份证',
    '公民身份号码',
    'id',
    'number',
  ],
  sex: ['性别', 'sex'],
  born_on: ['出生日期', '出生年月日', '出生年月', '生日', 'born_on'],
  phone: ['联系电话', '手机', '手机号', '手机号码', '电话', '联系方式', '电话号码', 'phone'],
  nation: ['民族', 'nation'],
  registered: [
    '户籍地',
    '户籍地址',
    '户籍所在地',
    '户口所在地',
    '户籍',
    '户籍地区划',
    'registered',
  ],
  address: [
    '房屋地址',
    '现住地址',
    '现住址',
    '现居住地址',
    '居住地址',
    '居住地',
    '住址',
    '地址',
    'address',
  ],
  unit: ['单元', '楼栋单元', 'unit'],
  room: ['室号', '室', '房号', '房间号', 'room'],
  place: ['居委会', '居村委', '居村', '村居', '社区', '小区', 'place'],
  stays_as: ['居住方式', '居住类型', '居住性质', '人员类型', 'stays_as'],
  relation: ['与户主关系', '户主关系', '和户主关系', 'relation'],
  from_on: ['入住日期', '入住时间', '居住起始日期', '来此居住日期', '迁入日期', 'from_on'],
} as const;

const homes = {
  address: ['房屋地址', '地址', '门牌地址', '详细地址', '坐落', 'address'],
  unit: people.unit,
  room: people.room,
  place: people.place,
  floor: ['楼层', '所在层', '所在楼层', 'floor'],
  lift: ['电梯', '有无电梯', '是否有电梯', 'lift'],
  tenure: ['产权性质', '产权', '产权类型', '房屋性质', '房屋产权', 'tenure'],
  use: ['用途', '房屋用途', '使用性质', 'use'],
  state: ['房屋状态', '使用状态', '居住状态', '房屋使用情况', 'state'],
  area: ['建筑面积', '面积', '房屋面积', 'area'],
  rooms: ['间数', '居室数', '房间数', 'rooms'],
} as const;

const institutions = {
  kind: ['机构类别', '机构类型', '类别', '类型', 'kind'],
  name: ['机构名称', '单位名称', '名称', 'name'],
  place: [...people.place, '所在地', '所属村居', '所属居委会', '街道', '街镇'],
  credit: ['统一社会信用代码', '社会信用代码', '信用代码', 'credit'],
  address: ['地址', '办公地址', '机构地址', '详细地址', 'address'],
  phone: ['联系电话', '办公电话', '机构电话', '电话', 'phone'],
  term_from: ['任期开始', '任期起始', '本届起始', '届期起', 'term_from'],
  term_to: ['届满日期', '任期届满', '任期截止', '换届日期', '届期止', 'term_to'],
  from_on: ['成立日期', '设立日期', 'from_on'],
  leader: ['负责人', '负责人姓名', '联系人', 'leader'],
  position: ['职务', '负责人职务', 'position'],
  leader_phone: ['负责人电话', '负责人手机', '联系人电话', '手机', '手机号', 'leader_phone'],
} as const;

export type PersonField = keyof typeof people;
export type HomeField = keyof typeof homes;
export type InstitutionField = keyof typeof institutions;
export type Field = PersonField | HomeField | InstitutionField;

const headings: Readonly<Record<Kind, Readonly<Record<string, readonly string[]>>>> = {
  people,
  homes,
  institutions,
};
/** Without these nothing can be read. */
const needed: Readonly<Record<Kind, readonly Field[]>> = {
  people: ['name', 'address'],
  homes: ['address'],
  institutions: ['kind', 'name'],
};
/** Columns that a report of refused lines adds; it comes back mended. */
export const ownHeadings = ['原文件行号', '没有收的原因', 'Why it was refused'] as const;
/** Columns that only count the lines. */
const counting: readonly string[] = ['序号', '行号', 'no.'];
/** What `--map` says of a column that is to be left out. */
const LEFT_OUT = '';

/** Which column has which field. */
export interface Columns {
  readonly at: ReadonlyMap<Field, number>;
  /** Titles as the file has them. */
  readonly titles: readonly string[];
  /** Titles that nothing was understood by. */
  readonly unknown: readonly string[];
}
/** Field by heading, as an operator gave it. */
export type Mapping = ReadonlyMap<string, string>;

/** A heading without blanks, brackets' contents and stars: `联系电话（手机）*` is 联系电话. */
export const tidyHeading = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\([^)]*\)|[\s*:]/g, '')
    .toLowerCase();

const isOwn = (heading: string): boolean =>
  [...ownHeadings, ...counting].some((own) => tidyHeading(own) === heading);

/** Whether a line looks like the titles of such a file: of two headings it is more than chance. */
export const areTitles = (kind: Kind, cells: readonly string[], mapping: Mapping): boolean =>
  cells.map(tidyHeading).filter((one) => mapping.has(one) || fieldOf(kind, one) !== undefined)
    .length >= 2;

/** The headings by which a file of this form is known again. */
export const formOf = (titles: readonly string[]): string[] =>
  [...new Set(titles.map(tidyHeading))].filter((title) => title !== '' && !isOwn(title)).sort();

/**
 * Understands the first line.
 *
 * @throws {Misfit} `load.no-column` when one is missing without which nothing can be read, `load.twice-column`
 */
export function columnsOf(kind: Kind, titles: readonly string[], mapping: Mapping): Columns {
  const at = new Map<Field, number>();
  const unknown: string[] = [];
  for (const [index, title] of titles.entries()) {
    const heading = tidyHeading(title);
    const field = mapping.get(heading) ?? fieldOf(kind, heading);
    if (field === LEFT_OUT || heading === '' || isOwn(heading)) continue;
    if (field === undefined) unknown.push(title);
    else if (at.has(field as Field)) throw new Misfit(title, 'load.twice-column', { title, field });
    else at.set(field as Field, index); // a field of this kind: of the table above, or checked by `mappingOf`
  }
  for (const field of needed[kind])
    if (!at.has(field))
      throw new Misfit('', 'load.no-column', {
        title: titleOf(kind, field),
        found: titles.join('、'),
      });
  return { at, titles, unknown };
}

const fieldOf = (kind: Kind, heading: string): string | undefined =>
  Object.entries(headings[kind]).find(([, names]) => names.includes(heading))?.[0];

/** The fields of such a file, and whether it can be read without each. */
export const fieldsOf = (kind: Kind): { field: string; needed: boolean }[] =>
  Object.keys(headings[kind]).map((field) => ({
    field,
    needed: needed[kind].some((one) => one === field),
  }));

/** What is understood by a title, before anybody said anything. */
export const understood = (kind: Kind, title: string): string | undefined =>
  fieldOf(kind, tidyHeading(title));

/** What a field is called to people. */
export const titleOf = (kind: Kind, field: string): string => headings[kind][field]?.[0] ?? field;

/**
 * Reads what `--map` was given: `手机1=联系电话`, `手机1=phone`, or `备注=` to leave a column out.
 *
 * @throws {Misfit} `load.no-map`
 */
export function mappingOf(kind: Kind, given: readonly string[]): Map<string, string> {
  return new Map(
    given.map((pair) => {
      const cut = pair.lastIndexOf('=');
      const [heading, name] = [pair.slice(0, cut), tidyHeading(pair.slice(cut + 1))];
      const field =
        name === LEFT_OUT || Object.hasOwn(headings[kind], name) ? name : fieldOf(kind, name);
      if (cut < 1 || field === undefined)
        throw new Misfit('', 'load.no-map', { given: pair, known: knownTitles(kind) });
      return [tidyHeading(heading), field];
    }),
  );
}

const knownTitles = (kind: Kind): string =>
  Object.values(headings[kind])
    .map(([title]) => title)
    .join('、');
