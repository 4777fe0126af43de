// SPDX-License-Identifier: Apache-2.0
import { idCheckOf } from '@lilong/contracts/id-number';
import { expect, test } from 'vitest';
import { doorOf, readingsOf } from './doors.ts';
import { areTitles, columnsOf, formOf, mappingOf } from './fields.ts';
import { checkHome, checkPerson } from './lines.ts';
import { plain } from './values.ts';

const id = (first17: string) => first17 + idCheckOf(first17);
const woman = id('31010119491210002');
const good = { name: '王小妹', number: woman, address: '南京东路139弄4号501' };
const today = '2026-03-02';

type Said = Readonly<Record<string, string>>;
const person = (said: Said) =>
  checkPerson((field) => plain({ ...good, ...said }[field as 'name'] ?? ''), today);
const home = (said: Said) => checkHome((field) => said[field] ?? '');

test.each([
  [{ name: '' }, 'name load.needed'],
  [{ name: '王3' }, 'name load.name'],
  [{ name: '—' }, 'name load.name'],
  [{ number: '31010119491210002' }, 'number load.id-number'],
  [{ number: `${woman.slice(0, 17)}0` }, 'number load.id-number'],
  [{ number: '3.10101E+17' }, 'number load.number-lost'],
  [{ number: '310101194912100000' }, 'number load.number-lost'],
  [{ document: '军官证' }, 'document load.unknown'],
  [{ document: '护照', number: '护照号' }, 'number load.document-number'],
  [{ document: '护照', number: 'E1234567' }, 'sex load.sex-needed'],
  [{ document: '无' }, 'document load.none-but-number'],
  [{ document: '身份证', number: '', sex: '女' }, 'number load.needed'],
  [{ number: '', sex: '女' }, 'number load.unknowable'],
  [{ number: '', sex: '女', born_on: '2019-02-29' }, 'born_on load.no-day'],
  [{ number: '', sex: '女', born_on: '2019-02' }, 'born_on load.no-day'],
  [{ number: '', sex: '女', born_on: '2026-03-03' }, 'born_on load.not-yet'],
  [{ sex: '男' }, 'sex load.sex-differs'],
  [{ sex: '雌' }, 'sex load.unknown'],
  [{ born_on: '1949-12-11' }, 'born_on load.born-differs'],
  [{ phone: '12345' }, 'phone load.phone'],
  [{ phone: '1.39123E+10' }, 'phone load.phone'],
  [{ nation: '火星' }, 'nation load.unknown'],
  [{ registered: '火星' }, 'registered load.registered'],
  [{ relation: '邻居的猫' }, 'relation load.unknown'],
  [{ stays_as: '路过' }, 'stays_as load.unknown'],
  [{ from_on: '1949-12-01' }, 'from_on load.before-birth'],
  [{ from_on: '明天' }, 'from_on load.no-day'],
  [{ address: '' }, 'address load.needed'],
  [{ address: '', registered: '同住址' }, 'address load.needed'],
  [{ address: '好'.repeat(121) }, 'address load.no-door'],
  [
    { name: '', phone: '1', nation: 'x' },
    'name load.needed, phone load.phone, nation load.unknown',
  ],
] as const)('%o is refused: %s', (said, why) => {
  const { line, wrong } = person(said);
  expect(wrong.map(({ field, key }) => `${field} ${key}`).join(', ')).toBe(why);
  expect(line).toBeUndefined();
});

test.each([
  [{ name: '王 小 妹' }, { name: '王小妹' }],
  [{ name: 'Anna  Smith' }, { name: 'Anna Smith' }],
  [{ name: '买买提•吐尔逊' }, { name: '买买提·吐尔逊' }],
  [{ number: `="${woman}"` }, { bornOn: '1949-12-10', sex: 2 }],
  [{ number: ` ${woman.slice(0, 6)} ${woman.slice(6)} ` }, { sex: 2 }],
  [{ number: `'${woman}`, sex: '女', born_on: '１９４９年１２月１０日' }, { bornOn: '1949-12-10' }],
  [{ born_on: '1949.12' }, { bornOn: '1949-12-10' }],
  [{ born_on: '18242' }, { bornOn: '1949-12-10' }],
  [{ born_on: '19491210' }, { bornOn: '1949-12-10' }],
  [{ born_on: '1949-12-10 00:00:00' }, { bornOn: '1949-12-10' }],
  [{ phone: '+86 139-1234-5678' }, { phone: '13912345678' }],
  [{ phone: '13912345678.0' }, { phone: '13912345678' }],
  [
    { relation: '本人', stays_as: '租房' },
    { relation: '02', staysAs: 'renter' },
  ],
  [{ relation: '41' }, { relation: '41' }],
  [{ registered: '340104' }, { registered: { in: '340104' } }],
  [{ registered: '安徽省合肥市蜀山区1号' }, { registered: { in: '340000' } }],
  [{ registered: '黑龙江哈尔滨' }, { registered: { in: '230000' } }],
  [{ registered: '同现住址' }, { registered: { at: 'same' } }],
  [{ registered: '上海市黄浦区南京东路1号' }, { registered: { in: '310000' } }],
  [{ number: '', document: '无', sex: '男', born_on: '2019-09-01' }, { papers: null }],
  [{ address: '', registered: '上海市南京东路1号2室' }, { home: null }],
] as const)('%o is understood', (said, expected) => {
  const { line, wrong } = person(said);
  expect(wrong).toEqual([]);
  expect(line).toMatchObject(expected);
});

test.each([
  [{ address: '南京东路1号', floor: '高' }, 'floor load.number'],
  [{ address: '南京东路1号', floor: '201' }, 'floor load.number'],
  [{ address: '南京东路1号', lift: '也许' }, 'lift load.unknown'],
  [
    { address: '', tenure: '别墅', area: '0', rooms: '1.5' },
    'address load.needed, tenure load.unknown, area load.number, rooms load.number',
  ],
] as const)('a home %o is refused: %s', (said, why) => {
  expect(
    home(said)
      .wrong.map(({ field, key }) => `${field} ${key}`)
      .join(', '),
  ).toBe(why);
});

test.each(['="ID"', `'="ID"`, "'ID"])('a number that a table kept whole as %s is read', (kept) => {
  const number = kept.replace('ID', good.number);
  expect(person({ number }).line?.papers?.number).toBe(good.number);
});

test.each([
  ['二', 2],
  ['3层', 3],
  ['三楼', 3],
  ['第十二层', 12],
  ['二十一', 21],
  ['12F', 12],
  ['底层', 1],
  ['地下一层', -1],
  ['负2', -2],
  ['B1', -1],
] as const)('%s is floor %i', (floor, which) => {
  expect(home({ address: '南京东路1号', floor }).line).toMatchObject({ floor: which });
});

test('a home says what it is in plain words', () => {
  const said = {
    address: '南京东路1号',
    room: '5',
    floor: '-1层',
    lift: '是',
    area: '58.6平方米',
    state: '空关',
  };
  expect(home(said).line).toMatchObject({ floor: -1, lift: true, area: 58.6, state: 'vacant' });
});

test.each([
  ['南京东路139弄4号501', '', '', '南京东路139弄4号', '501室'],
  ['上海市黄浦区南京东路街道南京东路１３９弄 4号', '', '501', '南京东路139弄4号', '501室'],
  ['南京东路139弄4-501', '', '', '南京东路139弄4号', '501室'],
  ['南京东路139弄4号2单元501室', '', '', '南京东路139弄4号', '2单元501室'],
  ['南京东路139弄4号', '2', '501', '南京东路139弄4号', '2单元501室'],
  ['张桥村3组12号', '', '', '张桥村3组12号', ''],
  ['南京东路139弄4号号楼底层', '', '', '南京东路139弄4号', '号楼底层'],
] as const)('%s %s %s has the door %s', (address, unit, room, line, behind) => {
  const doors = readingsOf(address, unit, room);
  const found = doors.find((one) => one.line === line);
  expect(found && doorOf(found)).toBe(`${line}${behind}`);
});

test('headings are found in any order, with what stands in brackets, and unknown ones are named', () => {
  const titles = ['序号', '联系电话（手机）*', ' 姓 名 ', '现住址', '备注'];
  const { at, unknown } = columnsOf('people', titles, new Map());
  expect([...at]).toEqual([
    ['phone', 1],
    ['name', 2],
    ['address', 3],
  ]);
  expect(unknown).toEqual(['备注']);
  expect(areTitles('people', titles, new Map())).toBe(true);
  expect(areTitles('people', ['南京东路街道实有人口'], new Map())).toBe(false);
});

test('what --map says goes before what is known; the form is the same whatever the order', () => {
  const mapping = mappingOf('people', ['住址=', '实际住处=现住地址', 'A=B=phone']);
  const { at } = columnsOf('people', ['姓名', '住址', '实际住处', 'A=B'], mapping);
  expect([...at]).toEqual([
    ['name', 0],
    ['address', 2],
    ['phone', 3],
  ]);
  expect(formOf(['姓名', '住址*', '原文件行号'])).toEqual(formOf(['住址（必填）', '姓名', '']));
  for (const given of ['住址', '=phone', '住址=别墅'])
    expect(() => mappingOf('people', [given])).toThrow('load.no-map');
});

test('a file without a needed column, or with two for one thing, is refused whole', () => {
  expect(() => columnsOf('people', ['姓名', '性别'], new Map())).toThrow('load.no-column');
  expect(() => columnsOf('homes', ['地址', '房屋地址'], new Map())).toThrow('load.twice-column');
});
