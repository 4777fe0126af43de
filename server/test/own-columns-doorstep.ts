// SPDX-License-Identifier: Apache-2.0
// Columns of 上门收件: what 我的数据 tells of each, or why it does not.

/** A slip with a value in every column that is told, and a paper on it. */
export const putCollection = (person: number): string => `
    insert into doorstep.collection (street, person, name, account, item, item_name, place, organisation, worker, worker_name, centre,
        agreed, collected_at, checked_at, checked_by, differs, words)
      select 310101002, ${person}, '某人', 1, 'S999', '某件要交材料的事', 310101002001000, o.no, 1, '某干部', d.no, 'told',
        '2026-02-12T04:05:06Z', '2026-02-13T04:05:06Z', 1, true, '少一份复印件'
      from places.organisation o, places.organisation d where o.name = '云南中路居委会' and d.name = '黄浦区民政局（示例）';
    insert into affairs.paper (street, holder, at, state, material, door_street, door, name, form, count)
      select street, organisation, collected_at, 'held', 'door-1', street, no, '某份租约', 'copy', 2
      from doorstep.collection where person = ${person}`;

export const collectionShown: Readonly<Record<string, () => string>> = {
  'collection.no': () => '编号 D310101002-',
  'collection.item_name': () => '某件要交材料的事',
  'collection.worker_name': () => '某干部 上门收的',
  'collection.centre': () => '送到黄浦区民政局（示例）',
  'collection.agreed': () => '当面说了同意',
  'collection.collected_at': () => '"day":"2026-02-12"',
  'collection.checked_at': () => '2026-02-13 窗口点过',
  'collection.words': () => '窗口说明：少一份复印件',
};

const worker = 'a worker by name: organisation and role answer for what was done';
const program = 'nothing that is said of the person: how the program finds the row';
export const collectionKept: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'street account item place differs'.split(' ').map((name) => [`collection.${name}`, program]),
  ),
  'collection.person': 'the number by which the program knows the person, who is asking',
  'collection.name': 'as it stands in registry.person',
  'collection.item_name_en': 'told where the reader reads English',
  'collection.organisation': 'the source',
  'collection.worker': worker,
  'collection.checked_by': worker,
};
