// SPDX-License-Identifier: Apache-2.0
// What a line of data/service-items.csv becomes: a matter with the general form. 示例 until a city replaces it.
import type { LifeEvent } from '@lilong/contracts/affair-items';
import type { ItemBody } from '@lilong/contracts/item-body';

/** Columns of data/service-items.csv; lists are apart by `|`. */
export type Row = Readonly<
  Record<
    | 'id'
    | 'department_key'
    | 'department'
    | 'name'
    | 'name_en'
    | 'events'
    | 'kind'
    | 'promised'
    | 'legal'
    | 'visits'
    | 'from_home'
    | 'mode'
    | 'accepts_at'
    | 'decides'
    | 'power'
    | 'result'
    | 'called_also'
    | 'source',
    string
  >
>;

/** In English, and by which part of a name the organisation that decides is found. */
const departments: Readonly<Record<string, { nameEn: string; office: string; code: string }>> = {
  civil: { nameEn: 'Civil affairs', office: '民政局', code: '11' },
  labour: { nameEn: 'Employment and social security', office: '人力资源和社会保障局', code: '14' },
  insurance: { nameEn: 'Health insurance', office: '医疗保障局', code: '36' },
  health: { nameEn: 'Public health', office: '卫生健康委员会', code: '23' },
  police: { nameEn: 'Police', office: '公安', code: '09' },
  housing: { nameEn: 'Housing', office: '房屋管理局', code: '17' },
  fund: { nameEn: 'Housing fund', office: '公积金', code: '50' },
  disabled: { nameEn: 'Disabled persons’ federation', office: '残疾人联合会', code: '60' },
  union: { nameEn: 'Trade union', office: '总工会', code: '61' },
  archives: { nameEn: 'Archives', office: '档案', code: '62' },
  others: { nameEn: 'Other departments', office: '综合部门', code: '63' },
  veterans: { nameEn: 'Veterans', office: '退役军人事务局', code: '35' },
};

const decider = (decides: string): { who: string; whoEn: string } =>
  decides === 'department'
    ? { who: '区主管部门', whoEn: 'The department of the district' }
    : { who: '受理服务中心', whoEn: 'The service centre' };

export function bodyOf(row: Row): ItemBody {
  const { department_key: key, power } = row;
  const { nameEn, office, code } = departments[key] ?? { nameEn: key, office: key, code: '99' };
  const fromHome = row.from_home === 'yes';
  return {
    department: { key, name: row.department, nameEn, office },
    about: `${row.name}。用通用申请表办理，系统里已有的不用再填、不用再交。`,
    aboutEn: `${row.name_en}. Applied for with the general form; what the city holds is neither asked nor brought.`,
    calledAlso: row.called_also.split('|').filter((one) => one !== ''),
    code: { basic: `31${power}${code}${row.id.slice(1)}000`, invented: true },
    events: row.events.split('|') as LifeEvent[], // checked by the shape
    kind: row.kind as ItemBody['kind'],
    ...{ promised: row.promised, legal: row.legal, visits: Number(row.visits), fromHome },
    ...(fromHome ? {} : { visitsWhy: '要核对原件或当面办理（示例）' }),
    ...{ scope: 'city', mode: row.mode as ItemBody['mode'] },
    acceptsAt: row.accepts_at as ItemBody['acceptsAt'],
    decides: row.decides as ItemBody['decides'],
    ...{ conditions: [], questions: [], procedures: [], law: [], joins: [] },
    materials: generalMaterials,
    result: {
      kind: row.result as ItemBody['result']['kind'],
      ...{ name: `${row.name}办理结果`, nameEn: `${row.name_en}: result` },
      deliveries: ['window', 'post', 'phone'],
    },
    fee: { charged: false },
    steps: [
      {
        ...{ step: '受理', stepEn: 'Received' },
        ...{ who: '任一社区事务受理服务中心', whoEn: 'Any community service centre' },
      },
      { ...{ step: '审核决定', stepEn: 'Decided' }, ...decider(row.decides) },
      {
        ...{ step: '送达', stepEn: 'Delivered' },
        ...{ who: '窗口、邮寄或手机', whoEn: 'At the window, by post or on the phone' },
      },
    ],
    contact: {
      where: '任一社区事务受理服务中心',
      hours: '周一至周日，见各中心',
      complaints: '12345',
    },
  };
}

const generalMaterials: ItemBody['materials'] = [
  {
    ...{ key: 'identity', name: '身份证明', nameEn: 'Proof of identity', source: 'registry' },
    ...{ kind: 'electronic', copies: 1, need: 'required', element: 'person.id' },
  },
  {
    ...{ key: 'residence', name: '居住地证明', nameEn: 'Proof of residence', source: 'registry' },
    ...{ kind: 'electronic', copies: 1, need: 'optional', element: 'person.door' },
  },
  {
    ...{
      key: 'proof',
      name: '与申请有关的材料',
      nameEn: 'Papers about the matter',
      source: 'applicant',
    },
    ...{
      kind: 'electronic',
      copies: 1,
      need: 'optional',
      note: '没有可以不交；受理时会一次告知缺什么',
    },
  },
];
