// SPDX-License-Identifier: Apache-2.0
import type { objectionsZh } from './zh-objections.ts';

export const objectionsEn: Record<keyof typeof objectionsZh, string> = {
  'audit.act.registry.objected': 'Objected to a value',
  'audit.act.registry.objection': 'Looked at an objection',
  'audit.act.registry.objection-answered': 'Answered an objection',
  'audit.act.registry.objection-withdrawn': 'Took an objection back',
  'catalogue.field.owner': 'Kept by',
  'catalogue.field.level': 'Sensitivity (1 to 5)',
  'catalogue.field.freshDays': 'Days until it is looked at again (0: it does not change by itself)',
  'catalogue.field.answer': 'Time to answer an objection',
};
