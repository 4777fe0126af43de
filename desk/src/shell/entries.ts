// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@lilong/contracts/identity';
import type { IconName } from '@lilong/ui/Icons.tsx';
import type { DeskKey } from '../words/zh.ts';

export interface Entry {
  readonly to: string;
  readonly icon: IconName;
  readonly words: DeskKey;
  readonly who: readonly Role[];
  readonly search?: Readonly<Record<string, string>>;
  /** Pages that belong to it besides its own, by how their address begins. */
  readonly below?: readonly string[];
}

const handlers: readonly Role[] = [
  'committee_worker',
  'dispatcher',
  'department_officer',
  'crew',
  'checker',
  'street_leader',
];
const watchers: readonly Role[] = ['district', 'city'];

/** Places of the side bar, and whose they are. An entry appears with its feature, and only for posts that can use it. */
export const entries: readonly Entry[] = [
  {
    to: '/enter',
    icon: 'plus',
    words: 'rail.enter',
    who: ['committee_worker', 'dispatcher', 'checker'],
  },
  { to: '/window', icon: 'talk', words: 'rail.window', who: ['counter_clerk', 'centre_manager'] },
  {
    to: '/hall',
    icon: 'figures',
    words: 'rail.hall',
    who: ['centre_manager'],
    below: ['/hall/'],
  },
  { to: '/', icon: 'inbox', words: 'rail.inbox', who: handlers },
  {
    to: '/affairs',
    icon: 'document',
    words: 'rail.affairs',
    who: ['counter_clerk', 'centre_manager', 'department_officer'],
    below: ['/affairs/'],
  },
  {
    to: '/papers',
    icon: 'list',
    words: 'rail.papers',
    who: ['counter_clerk', 'centre_manager', 'department_officer'],
  },
  {
    to: '/doorstep',
    icon: 'home',
    words: 'rail.doorstep',
    who: ['committee_worker', 'counter_clerk', 'centre_manager'],
    below: ['/doorstep/'],
  },
  {
    to: '/people',
    icon: 'people',
    words: 'rail.people',
    who: ['committee_worker'],
    below: [
      '/people/',
      '/homes/',
      '/households/',
      '/objections',
      '/crowds',
      '/groups',
      '/single-cases',
      '/twins',
      '/delays',
      '/merge/',
    ],
  },
  {
    to: '/institutions',
    icon: 'street',
    words: 'rail.institutions',
    who: ['committee_worker', 'dispatcher', 'street_leader'],
    below: ['/institutions/', '/groups'],
  },
  {
    to: '/doors',
    icon: 'pin',
    words: 'rail.doors',
    who: ['committee_worker', 'dispatcher', 'street_leader'],
    below: ['/doors/'],
  },
  {
    to: '/objections',
    icon: 'note',
    words: 'rail.objections',
    who: ['department_officer'],
    below: ['/objections/'],
  },
  {
    to: '/assistance',
    icon: 'lend',
    words: 'rail.assistance',
    who: ['counter_clerk', 'centre_manager'],
  },
  {
    to: '/certificates',
    icon: 'document',
    words: 'rail.certificates',
    who: ['counter_clerk', 'centre_manager', 'department_officer'],
  },
  {
    to: '/ratings',
    icon: 'check',
    words: 'rail.ratings',
    who: ['counter_clerk', 'centre_manager', 'department_officer'],
    below: ['/ratings/'],
  },
  { to: '/labels', icon: 'flag', words: 'rail.labels', who: ['department_officer'] },
  {
    to: '/look',
    icon: 'figures',
    words: 'rail.look',
    who: ['dispatcher', 'street_leader', ...watchers],
  },
  { to: '/', icon: 'case', words: 'rail.cases', who: watchers, search: { bucket: 'open' } },
  {
    to: '/crowds',
    icon: 'people',
    words: 'rail.crowds',
    who: ['dispatcher', 'street_leader', ...watchers],
  },
  {
    to: '/offers',
    icon: 'talk',
    words: 'rail.offers',
    who: ['committee_worker', 'department_officer', ...watchers],
  },
  {
    to: '/load',
    icon: 'figures',
    words: 'rail.load',
    who: ['department_officer', ...watchers],
    below: ['/load/'],
  },
  {
    to: '/settlement',
    icon: 'note',
    words: 'rail.settlement',
    who: ['centre_manager', 'department_officer', ...watchers],
  },
  {
    to: '/halls',
    icon: 'city',
    words: 'rail.halls',
    who: ['counter_clerk', 'centre_manager', ...watchers],
  },
  { to: '/ratings', icon: 'check', words: 'rail.ratings', who: watchers },
  { to: '/entered', icon: 'list', words: 'rail.entered', who: ['committee_worker', 'checker'] },
  { to: '/handover', icon: 'note', words: 'rail.handover', who: ['dispatcher', 'street_leader'] },
  {
    to: '/staff',
    icon: 'people',
    words: 'rail.staff',
    who: ['system_admin', 'safety_admin', 'auditor'],
    below: ['/staff/'],
  },
  { to: '/organisations', icon: 'home', words: 'rail.organisations', who: ['system_admin'] },
  {
    to: '/duties',
    icon: 'document',
    words: 'rail.duties',
    who: ['dispatcher', 'street_leader', 'system_admin', 'safety_admin', 'auditor'],
  },
  {
    to: '/catalogue',
    icon: 'settings',
    words: 'rail.catalogue',
    who: ['system_admin', 'safety_admin', 'auditor'],
  },
  {
    to: '/items',
    icon: 'list',
    words: 'rail.items',
    who: [
      'item_owner',
      'department_officer',
      'centre_manager',
      'system_admin',
      'safety_admin',
      'auditor',
    ],
    below: ['/items/'],
  },
  {
    to: '/delays',
    icon: 'clock',
    words: 'rail.delays',
    who: ['department_officer', 'safety_admin', ...watchers],
  },
  {
    to: '/uploads',
    icon: 'document',
    words: 'rail.uploads',
    who: ['system_admin'],
    below: ['/uploads/'],
  },
  {
    to: '/keeping',
    icon: 'list',
    words: 'rail.keeping',
    who: ['system_admin', 'safety_admin', 'auditor'],
  },
  { to: '/audit', icon: 'shield', words: 'rail.audit', who: ['auditor'] },
];

export const entriesFor = (role: Role): readonly Entry[] =>
  entries.filter(({ who }) => who.includes(role));

/** The first question of a role: what it sees at the plain address, where that is not the inbox. */
export function landingOf(role: Role): Landing | undefined {
  return watchers.includes(role) ? '/look' : landings[role];
}
type Landing = '/look' | '/items' | '/staff' | '/audit' | '/window' | '/hall';
const landings: Readonly<Partial<Record<Role, Landing>>> = {
  counter_clerk: '/window',
  centre_manager: '/hall',
  item_owner: '/items',
  system_admin: '/staff',
  safety_admin: '/staff',
  auditor: '/audit',
};
