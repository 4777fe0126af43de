// SPDX-License-Identifier: Apache-2.0
// One line of a file of halls, as it is read. It knows the form of the file and the names in it, not the database.
import { equipments, spokenLanguages } from '@lilong/contracts/counters';
import { type Span, spansIn } from '@lilong/contracts/opening-hours';
import { levelOf } from '@lilong/contracts/place-no';
import { between, type Datum, Misfit, type PlaceFinder } from '../../places/index.ts';
import type { Service } from '../classes.ts';

/** Titles that a column may have, beside its own. */
const titles = {
  name: ['名称', '中心', '大厅'],
  place: ['街镇', '街道', '地点', '所在'],
  kind: ['种类', '类型'],
  address: ['地址'],
  lon: ['经度', 'lng', 'longitude', 'x'],
  lat: ['纬度', 'latitude', 'y'],
  phone: ['电话'],
  working: ['工作日', '工作日时间'],
  rest: ['休息日', '周末和节假日'],
  spoken: ['语言'],
  equipment: ['设备', '设施'],
  windows: ['窗口'],
} as const;
type Column = keyof typeof titles;
const columnOf = new Map<string, Column>(
  (Object.keys(titles) as Column[]).flatMap((column) =>
    [column, ...titles[column]].map((title) => [title, column] as const),
  ),
);

export type Cells = (column: Column) => string;
/** @throws {Misfit} import.no-header when no title is known */
export function columnsIn(header: readonly string[]): (Column | undefined)[] {
  const columns = header.map((title) => columnOf.get(title.trim().toLowerCase()));
  if (columns.every((column) => column === undefined)) throw new Misfit('', 'import.no-header');
  return columns;
}

export interface HallLine {
  readonly name: string;
  readonly place: number;
  readonly kind: 'centre' | 'sub_centre';
  readonly address: string;
  readonly point: readonly [lon: number, lat: number] | null;
  readonly phone: string | null;
  readonly working: readonly Span[];
  readonly rest: readonly Span[];
  readonly spoken: readonly string[];
  readonly equipment: readonly string[];
  readonly windows: readonly WindowLine[];
}
export interface WindowLine {
  /** Null is named after its number. */
  readonly name: string | null;
  readonly services: readonly string[];
}

interface Known {
  readonly find: PlaceFinder;
  readonly services: readonly Service[];
  readonly datum: Datum | undefined;
}

const kinds: Readonly<Record<string, HallLine['kind']>> = {
  ...{ centre: 'centre', 中心: 'centre', sub_centre: 'sub_centre', 分中心: 'sub_centre' },
};
const said: Readonly<Record<string, readonly string[]>> = {
  ...{ mandarin: ['普通话'], shanghainese: ['上海话', '沪语'], english: ['英语'], sign: ['手语'] },
  ...{ kiosk: ['取号机', '自助取号机'], self_service: ['自助机', '自助办理机'] },
  ...{ wheelchair: ['无障碍', '轮椅', '无障碍通道'], hearing_loop: ['助听'] },
  ...{ nursing_room: ['母婴室'], parking: ['停车', '停车场'] },
};

/** @throws {Misfit} with the column that is to blame */
export function readHall(cell: Cells, known: Known): HallLine {
  const name = needed(cell, 'name', 100);
  const place = known.find(needed(cell, 'place', 60), 'place');
  if (levelOf(place) !== 'street')
    throw new Misfit('place', 'import.hall-street', { value: cell('place') });
  const kind = kinds[cell('kind') || (name.includes('分中心') ? '分中心' : '中心')];
  if (kind === undefined) throw new Misfit('kind', 'import.hall-kind', { value: cell('kind') });
  const working = hoursIn(cell, 'working');
  if (working.length === 0) throw new Misfit('working', 'import.needed', { field: 'working' });
  return {
    ...{ name, place, kind, address: needed(cell, 'address', 120), point: pointIn(cell, known) },
    ...{ phone: cell('phone') || null, working, rest: hoursIn(cell, 'rest') },
    spoken: listIn(cell, 'spoken', spokenLanguages),
    equipment: listIn(cell, 'equipment', equipments),
    windows: windowsIn(cell('windows'), known.services),
  };
}

function needed(cell: Cells, field: Column, most: number): string {
  const text = cell(field);
  if (text === '') throw new Misfit(field, 'import.needed', { field });
  if (text.length > most) throw new Misfit(field, 'import.too-long', { most });
  return text;
}

function hoursIn(cell: Cells, field: 'working' | 'rest'): Span[] {
  const read = spansIn(cell(field));
  if ('fault' in read) throw new Misfit(field, 'import.hall-hours', { value: cell(field) });
  return read.spans;
}

function pointIn(cell: Cells, { datum }: Known): HallLine['point'] {
  if (cell('lon') === '' && cell('lat') === '') return null;
  const [lon, lat] = [Number(cell('lon')), Number(cell('lat'))];
  const value = `${cell('lon')} ${cell('lat')}`;
  const isDegrees = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && lon !== 0 && lat !== 0;
  if (!isDegrees) throw new Misfit('lon', 'import.not-degrees', { value });
  if (datum === undefined) throw new Misfit('lon', 'import.hall-datum');
  return between([lon, lat], datum, 'wgs84');
}

const separators = /[、，,;；/|\s]+/;
function listIn(cell: Cells, field: 'spoken' | 'equipment', known: readonly string[]): string[] {
  const parts = cell(field)
    .split(separators)
    .filter((part) => part !== '');
  const found = parts.map((part) => {
    const one = known.find((key) => key === part || said[key]?.includes(part) === true);
    const listed = known.map((key) => said[key]?.[0] ?? key).join('、');
    if (one === undefined) throw new Misfit(field, 'import.hall-list', { value: part, listed });
    return one;
  });
  return [...new Set(found)];
}

const mostWindows = 99;
/** `8` windows that do everything; or each by its classes, `综合+社保医保；AC；帮办窗口：综合`. */
function windowsIn(text: string, services: readonly Service[]): WindowLine[] {
  const all = services.map(({ service }) => service);
  const parts = /^\d{1,2}$/.test(text)
    ? Array.from({ length: Number(text) }, () => all.join('+'))
    : text.split(/[;；|]/).filter((part) => part.trim() !== '');
  if (parts.length === 0) throw new Misfit('windows', 'import.needed', { field: 'windows' });
  if (parts.length > mostWindows) throw new Misfit('windows', 'import.hall-windows');
  return parts.map((part) => {
    const [, name = '', does = ''] = /^(?:([^:：]*)[:：])?(.*)$/.exec(part.trim()) ?? [];
    if (name.length > 20) throw new Misfit('windows', 'import.too-long', { most: 20 });
    return { name: name.trim() || null, services: classesIn(does, services) };
  });
}

function classesIn(text: string, services: readonly Service[]): string[] {
  const parts = text.split(/[+＋、，,\s]+/).filter((part) => part !== '');
  const letters = (part: string) => (/^[A-Z]+$/.test(part) ? [...part] : [part]);
  const found = parts.flatMap(letters).map((part) => {
    const one = services.find(
      ({ service, name, letter }) => service === part || name === part || letter === part,
    );
    const listed = services.map(({ name }) => name).join('、');
    if (one === undefined) throw new Misfit('windows', 'import.hall-list', { value: part, listed });
    return one.service;
  });
  if (found.length === 0) throw new Misfit('windows', 'import.hall-windows');
  return [...new Set(found)];
}
