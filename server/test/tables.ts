// SPDX-License-Identifier: Apache-2.0
// The three kinds of tables. Every table stands here; a new one that
// does not fails a test, and so does one that breaks the promise of its kind.

/**
 * - `neighbourhood`: its key begins with `street`, and so do its foreign keys to its own kind.
 * - `person`: a key of its own, no foreign key to a neighbourhood.
 * - `city`: small, plain keys, foreign keys to its own kind only.
 */
export type Kind = 'neighbourhood' | 'person' | 'city';

export const tables: Readonly<Record<string, Kind>> = {
  'kernel.install': 'city',
  'kernel.event': 'neighbourhood',
  'kernel.audit': 'city',
  'kernel.idempotency': 'person',
  'kernel.file': 'person',
  'kernel.catalogue': 'city',
  'identity.account': 'person',
  'identity.post': 'city',
  'identity.session': 'person',
  'identity.code': 'person',
  'identity.message': 'person',
  'places.place': 'city',
  'places.official_code': 'city',
  'places.outline': 'city',
  'places.outline_before': 'city',
  'places.incoming': 'city',
  'places.grid': 'city',
  'places.road': 'city',
  'places.address': 'city',
  'places.organisation': 'city',
  'places.duty': 'city',
  'cases.case': 'neighbourhood',
  'cases.report': 'neighbourhood',
  'cases.photo': 'neighbourhood',
  'cases.flow': 'neighbourhood',
  'cases.delay': 'neighbourhood',
  'cases.appeal': 'neighbourhood',
  'cases.ruling': 'neighbourhood',
  'cases.rating': 'neighbourhood',
  'cases.hotline': 'neighbourhood',
  'cases.work_order': 'neighbourhood',
  'cases.handover': 'neighbourhood',
  'cases.tally': 'neighbourhood',
  'cases.tally_change': 'neighbourhood',
  'audit.block': 'city',
  'audit.seal': 'city',
  'office.feedback': 'city',
  'open311.api_key': 'city',
  'open311.request': 'neighbourhood',
  'registry.person': 'person',
  'registry.person_key': 'person',
  'registry.home': 'neighbourhood',
  'registry.household': 'neighbourhood',
  'registry.presence': 'neighbourhood',
  'registry.label': 'person',
  'registry.fact': 'person',
  'registry.objection': 'person',
  'registry.access_grant': 'person',
  'registry.access': 'person',
  'registry.binding': 'person',
  'registry.consent': 'person',
  'registry.delay': 'person',
  'registry.delay_approval': 'person',
  'registry.deletion': 'city',
  'registry.hold': 'person',
  'registry.guardian': 'person',
  'registry.binding_code': 'person',
  'registry.binding_try': 'person',
  'registry.building_group': 'neighbourhood',
  'registry.group_door': 'neighbourhood',
  'registry.group_leader': 'neighbourhood',
  'registry.door_merge': 'neighbourhood',
  'registry.door_merge_row': 'neighbourhood',
  'registry.door_apart': 'neighbourhood',
  'registry.merge': 'person',
  'registry.merge_row': 'person',
  'registry.apart': 'person',
  'registry.institution': 'neighbourhood',
  'registry.member': 'neighbourhood',
  'registry.crowd': 'city',
  'registry.export': 'city',
  'registry.batch': 'city',
  'registry.label_batch': 'city',
  'registry.label_waiting': 'person',
  'registry.case_label': 'person',
  'registry.label_said': 'person',
  'registry.label_use': 'city',
  'registry.heading_map': 'city',
};

/** What breaks a promise knowingly, and why. Each entry has to be true: one that is not needed fails. */
export const exceptions: Readonly<Record<string, string>> = {
  'identity.post refers to identity.account, which is person':
    'only staff hold posts, and staff accounts are few; past one machine they move to a table of their own',
  'cases.report has a unique index without street: report_outside_idx':
    'a hotline number must not be entered twice anywhere; past one machine it becomes a table keyed by that number',
  'cases.work_order has a unique index without street: work_order_token_hash_key':
    'the token is random; the constraint goes when the table is distributed',
};
