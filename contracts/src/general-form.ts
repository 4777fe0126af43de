// SPDX-License-Identifier: Apache-2.0
// The general form: every item that has none of its own is applied for with it. Who it is, where they live, and whatever
// they want to say.
import type { ItemForm } from './item-body.ts';
import { phonePattern } from './phone.ts';

export const generalForm: ItemForm = {
  type: 'object',
  properties: {
    name: { type: 'string', title: '姓名', titleEn: 'Name', maxLength: 60, element: 'person.name' },
    id: {
      ...{ type: 'string', title: '证件号码', titleEn: 'Document number' },
      ...{ maxLength: 30, element: 'person.id' },
    },
    born_on: {
      ...{ type: 'string', title: '出生日期', titleEn: 'Date of birth' },
      ...{ format: 'date', element: 'person.born_on' },
    },
    phone: {
      ...{ type: 'string', title: '联系电话', titleEn: 'Telephone', pattern: phonePattern },
      element: 'person.phone',
    },
    door: {
      ...{ type: 'string', title: '住址', titleEn: 'Address', maxLength: 120 },
      element: 'person.door',
    },
    registered_in: {
      ...{ type: 'string', title: '户籍所在地', titleEn: 'Place of registration (户籍)' },
      ...{ maxLength: 60, element: 'person.registered_in' },
    },
    note: {
      ...{ type: 'string', title: '还想说明的', titleEn: 'Anything else', maxLength: 500 },
      description: '没有可以不填',
    },
  },
  required: ['name', 'id', 'phone', 'door'],
};
