// SPDX-License-Identifier: Apache-2.0
import type { ServerKey } from './zh.ts';

export const en: Readonly<Record<ServerKey, string>> = {
  'audit.fault.row-changed': 'Row {row} was changed after it was sealed in block {block}.',
  'audit.fault.row-missing': 'Row {row} is gone; block {block} had sealed it.',
  'audit.fault.rows-missing':
    '{count, plural, one {# row of block {block} is} other {# rows of block {block} are}} gone together with their seals; they were among rows {first} to {last}.',
  'audit.fault.row-unsealed': 'Row {row} has been waiting to be sealed for more than ten minutes.',
  'audit.fault.block-changed':
    'Block {block} (rows {first} to {last}) does not fit its own hash: the block or one of its seals was changed.',
  'audit.fault.block-missing':
    '{count, plural, one {Block {block} is} other {# blocks from number {block} on are}} missing.',
  'audit.fault.chain-broken': 'Block {block} does not follow the block before it.',
  'audit.fault.signature-wrong': 'The signature of block {block} is not right.',
  'audit.fault.key-other':
    'Block {block} was signed with key {key}; this deployment has key {own}.',
  'audit.fault.cut-off':
    'A head kept outside the database knows block {block}, the database ends at block {last}: the last {count} were cut off.',
  'audit.fault.head-other':
    'Block {block} is not the one whose head was kept outside the database.',

  'docs.title': 'Lilong interfaces',
  'docs.demo': 'This is the demonstration city; its people and cases are invented.',
  'docs.lead':
    'Every interface that this machine serves, from the same contracts that the program itself uses.',
  'docs.json': 'For machines (OpenAPI 3.1)',
  'docs.open311':
    'For programs that others wrote there is Open311 GeoReport v2 at {address}, in .json and .xml; posting takes a key.',
  'docs.open': 'no sign-in needed',
  'docs.signed-in': 'signed in',
  'docs.fields': 'Parameters',
  'docs.needed': 'required',
  'docs.body': 'What to send',
  'docs.reply': 'What comes back',
  'docs.refused':
    'A refusal is a problem document (RFC 9457): code is for programs, detail for people.',

  'office.demo-unit': 'An invented unit (demonstration)',

  'broken.body':
    '{rule, select, required {“{path}” is missing} additionalProperties {“{path}” does not belong here} other {“{path}” does not look right}}',
  'broken.key': 'by what it holds, its key has to be “{wanted}”',
  'broken.past': 'it cannot be in force before today ({today})',
  'broken.order': 'its last day cannot be before its first ({from})',
  'broken.from': 'the day it is in force from and its own first day ({from}) are not the same',
  'broken.label-level':
    'A label of level 5 is supplied by a department, and only where the deployment turns CASE_LABELS on; it is off, or no department supplies this one',
  'broken.label': '“{found}” cannot be a label: nobody may record HIV status or religion',
  'broken.category': 'there is no category “{category}”; add the category first',
  'broken.item':
    '{fault, select, limits {it promises longer than the law allows: {name}} code {the code is wrong: {name}} question {a condition leads to no question or choice: {name}} choice {choices and their names are not as many: {name}} field {a field of the form is wrong: {name}} held {“{name}” is held by the registry: name its data element, or say why it is asked all the same} element {“{name}” is said to be held: name its data element} rule {the rule is wrong: {name}} visits {say why one has to come} part {a part names a field or paper that is not there: {name}} unasked {who is entitled is found by data elements, not by answers: {name}} document {【{name}】 in the letter: nothing fills it, or it is missing} other {{name}}}',
  'broken.organisation': 'there is no organisation {organisation}',
  'broken.calendar': `{which, select, office_hours {hours from {of}} year {{of}} other {the calendar}}: {reason, select, no_year {that is no year} no_status {say whether it is published or assumed} year_twice {the year stands there twice} no_list {it needs both lists, days off and days worked} no_date {“{value}” is no date} other_year {“{value}” is not in this year} date_twice {“{value}” stands there twice} works_anyway {“{value}” is a working day anyway} published_empty {a published year has days off} no_spans {there are no working hours in it} no_time {“{value}” is no time of day} spans_out_of_order {the hours “{value}” overlap or run backwards} ends_before_start {it ends before it begins} overlap {it overlaps the row from “{value}”} gap {there is a gap before “{value}”} no_end_allowed {the last row cannot have an end} no_office_hours {there are no office hours} other {{reason}}}`,

  'open311.key-made': 'Key {no} is for {name}. It is shown this once; hand it over now:',
  'open311.key-ended': 'Key {no} has ended. What it reported stays.',
  'open311.key-none': 'There is no key {no}, or it has ended already.',
  'open311.unit': 'the unit that runs this',
  'open311.contact': '{unit}, {address}',
  'open311.key-service': 'Keys are given out by {unit}; ask them.',
  'open311.key-demo': 'In the demonstration the key “demo” works.',
  'open311.condition': 'Solved within {limit} when: {when}',
  'open311.limit-kind': 'Time limit',
  'open311.answer-by': 'First answer by {until}.',
  'open311.solve-by': 'To be solved by {until}.',
  'open311.ask-at': 'Questions: {place}, telephone {phone}; give the reference.',
  'open311.photos-kept':
    '{count, plural, one {One picture was received.} other {# pictures were received.}}',
  'open311.links-kept':
    '{count, plural, one {The address of a picture} other {The addresses of # pictures}} went to the office; nothing was fetched, because this machine opens no outside addresses.',
  'open311.media-left':
    '{count, plural, one {One attachment is no picture and was} other {# attachments are no pictures and were}} left out.',
  'open311.of-kind':
    '{name} ({kind, select, event {event} component {component} other {community matter}})',
  'open311.not-accepted': 'Not accepted.',
  'open311.forced-close': 'Closed unsolved.',

  'assistance.answered': 'All {count} questions were answered.',
  'assistance.visit': 'Household visit.',
  'assistance.visited': 'The household visit is done.',
  'assistance.notice-over':
    'The notice is over, {count, plural, =0 {without objection} other {with # objections}}.',
  'assistance.list': 'Payment list of social assistance',
  'settlement.statement': 'Statement',
  'settlement.running': 'running',
  'settlement.closed': 'closed',
  'settlement.column.doer': 'Who did it',
  'settlement.column.on-behalf': 'For whom',
  'settlement.column.what': 'What',
  'settlement.column.count': 'Count',
  'settlement.column.units': 'Units',
  'settlement.column.yuan': 'Amount (yuan)',
  'settlement.column.corrects': 'Corrects',
  'assistance.column.no': 'No.',
  'assistance.column.name': 'Name',
  'assistance.column.ref': 'Application',
  'assistance.column.category': 'Category',
  'assistance.column.people': 'People',
  'assistance.column.amount': 'Amount (yuan)',
  'assistance.category.minimum': 'Minimum living allowance',
  'assistance.category.edge': 'Edge of low income',
  'assistance.category.rigid': 'Rigid spending',
  'assistance.says.category': 'Category',
  'assistance.says.people': 'People in the household',
  'assistance.says.count': '{count}',
  'assistance.sum': 'Total',
};
