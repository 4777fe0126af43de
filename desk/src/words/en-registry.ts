// SPDX-License-Identifier: Apache-2.0
// People, homes and households.

export const registryEn = {
  'catalogue.field.chosen': 'People choose it (otherwise the program states it)',
  'catalogue.field.basis': 'Legal basis',
  'catalogue.field.labelKind': 'Where it comes from',
  'catalogue.field.supplier': 'Who supplies it',
  'catalogue.field.sensitivity': 'Sensitivity (1 to 4)',
  'catalogue.field.lookAgainDays': 'Days until it must be looked at again',
  'label.kind.shared': 'Shared by a department',
  'label.kind.collected': 'Collected by the committee',
  'label.kind.computed': 'Computed',
  'label.kind.declared': 'Declared by the person',
  'audit.act.registry.card': 'Looked at a person',
  'audit.act.registry.change': 'Changed what is held of a person',
  'audit.act.registry.find': 'Searched people and homes',
  'audit.act.registry.home': 'Looked at a home',
  'audit.act.registry.household': 'Looked at a household',
  'audit.act.registry.look-up': 'Looked somebody up by document',
  'audit.act.registry.reveal': 'Opened a number',
} as const;
