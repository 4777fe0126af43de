// SPDX-License-Identifier: Apache-2.0
import type { RegistryKey } from './registry.zh.ts';

export const registryEn: Readonly<Record<RegistryKey, string>> = {
  'table.kind': 'Only .xlsx and .csv files are taken. Save an old .xls as .xlsx first.',
  'table.no-xlsx':
    'The file cannot be opened: it is no .xlsx workbook, or it has a password. Take the password off and save it as .xlsx.',
  'table.broken-xlsx':
    'The workbook is damaged and cannot be read to its end. Export it again, or save a copy and try that.',
  'table.bomb':
    'Unpacked, the file would be larger than any such file is. It was not opened; check where it is from.',

  'labels.no-supplier':
    'No city office or district department is called “{supplier}”. Give its whole name.',
  'labels.no-titles':
    'There are no titles within the first ten lines. Needed: 证件号码 (number), 标签 (label), 起始日期 (from). Found: {found}',
  'labels.no-titles-here':
    'No titles in the first ten lines. There must be a column 证件号码 (document number); label and first day stand in columns as well, or are set above for all. Found: {found}',
  'labels.too-long':
    'This file has more than {most} lines. Split it, or have an operator bring it in with lilong registry labels.',
  'labels.at': 'Line {line}: {why}',
  'labels.done':
    '{file}: {taken, plural, one {# line} other {# lines}} taken, {refused} not. Who of them is on record is not said.',
  'labels.tried':
    '{file} tried: {taken, plural, one {# line} other {# lines}} would be taken, {refused} not. Nothing has changed.',
  'load.done':
    '{file}: {read, plural, one {# line} other {# lines}} read, {added, number} added, {changed, number} brought up to date, {same, number} as they were, {kept, number} left as the committee recorded them, {faulty, number} refused.',
  'load.tried':
    '{file}: tried, nothing was changed. {read, plural, one {# line} other {# lines}} read, {added, number} to add, {changed, number} to bring up to date, {same, number} as they are, {kept, number} to leave as the committee recorded them, {faulty, number} that cannot go in.',
  'load.known':
    'All of this file came in at {at}; nothing was done. {read, plural, one {# line was} other {# lines were}} read then, {faulty, number} refused. Add --again to go through it once more.',
  'load.resumed': 'It stood after line {line, number} and goes on from there.',
  'load.unknown-columns':
    'These columns are not known and were not used: {titles}. To use one, add --map COLUMN=FIELD.',
  'load.at': 'Line {at} ({title}): {why}',
  'load.reason': '{title}: {why}',
  'load.report':
    '{count, plural, one {The refused line is} other {The # refused lines are}} in {file}: mend what the reason says, then import that file as it is. It has document numbers in it; keep it safe.',
  'load.progress': '{percent}%, {read, plural, one {# line} other {# lines}}, {left} left',
  'load.left': '{minutes, plural, =0 {{seconds} s} other {# min}}',
  'load.other-process':
    'Another program is importing the same file. This one has stopped; wait until that is done.',
  'protect.number': 'Identity number:',
  'protect.done':
    'Protected: no search, list, crowd or count has this person any more, and whoever was let read the file no longer may. The person reads it under “My data”.',
  'protect.lifted': 'No longer protected: the own committee finds this person again.',
  'protect.nobody': 'Nobody on record has this identity number. Please check it.',
  'load.no-source':
    'Say with --source who gave the file, like --source 派出所. What its columns mean is remembered for that source.',
  'load.no-under':
    'Say with --under which place it is about (a twelve-digit code or a name), like --under 310101002000. Only people and homes there are touched.',

  'load.no-titles':
    'No known titles stand in the first ten lines (found: {found}). Check them, or say what they mean with --map COLUMN=FIELD.',
  'load.no-column':
    'There is no column “{title}”. The titles are: {found}. If it is called otherwise: --map COLUMN={title}.',
  'load.twice-column':
    '“{title}” says the same as another column. Leave one of them out with --map {title}=.',
  'load.no-map':
    '“{given}” is not understood. Write --map COLUMN=FIELD; the fields are {known}. To leave a column out write --map COLUMN=',

  'load.no-titles-here':
    'None of the first ten lines looks like titles (found: {found}). Say what each column is under Columns, or check the file.',
  'load.no-column-here':
    'The column {title} is missing. Titles are: {found}. Say under Columns which one it is.',
  'load.twice-column-here':
    '“{title}” and another column say the same. Set one of them to “not used” under Columns.',
  'upload.broken':
    'It stopped several times at the same lines. Save the file anew and send it again; if that fails too, ask the operator to look at the log.',
  'load.needed': 'It is empty. Fill it in.',
  'load.unknown': '“{value}” is not known. Write it as the documentation does.',
  'load.name': '“{value}” does not look like a name. Check it.',
  'load.id-number':
    'The identity number {value} is not right. Check all 18 signs; the last may be an X.',
  'load.number-lost':
    'The spreadsheet took the number for an amount and its last digits are gone for good. Ask whoever gave the file for it, and make the column text before you fill it in.',
  'load.document-number':
    '{value} does not look like a number of such a document. Check document and number.',
  'load.none-but-number':
    'It says that there is no document, and has a number. Say which document it is.',
  'load.sex-needed': 'The sex is not filled in, and no number tells it. Fill it in.',
  'load.sex-differs': 'Sex and identity number do not agree. Check which of them is wrong.',
  'load.born-differs':
    'The day of birth, {value}, and the identity number do not agree. Check which of them is wrong.',
  'load.no-day': '“{value}” is not a date. Write it like 1949-12-10.',
  'load.not-yet': '{value} has not come yet. Check the date.',
  'load.before-birth': 'On {value} they were not born yet. Check the date.',
  'load.phone':
    '{value} is no telephone. Write a mobile number of 11 digits, or a fixed line with its area code, as 021-63221234, without an extension.',
  'load.registered':
    'Nobody can tell where “{value}” is. Write the six-digit code, or an address that begins with the province.',
  'load.credit':
    'The credit code is wrong: 18 signs, digits and capitals without I, O, S, V and Z. Check it.',
  'load.credit-other':
    'This credit code is that of “{name}”, and there is another institution of this name. Check name and code.',
  'load.too-long': 'It is too long; {most} signs at most.',
  'load.no-committee':
    '“{value}” is neither a committee nor a street. Write where the institution acts.',
  'load.term': 'The term is over before it begins. Check both days.',
  'load.number': '“{value}” is not right; it is between {least, number} and {most, number}.',
  'load.unknowable': 'Somebody without a document is known by day of birth and home. Fill in both.',
  'load.twice': 'It says the same as line {first}. Leave one of them.',

  'load.no-door': 'There is no door in “{value}”. Write road, lane, number and room.',
  'load.unknown-door':
    'There is neither a door nor a home “{value}”. Check the address; a new door is imported first with lilong places import addresses.',
  'load.many-doors':
    'There is more than one “{value}”. Add a column 居委会 that says which is meant.',
  'load.other-place': '“{line}” is not in {value}. Check committee and address.',
  'load.other-name':
    'The registry has this number under another name. Check number and name; a new name is recorded by the committee.',
  'load.died': 'The registry says that they have died. If that is wrong, correct it there first.',

  'supply.number': 'The number is wrong. An identity card has 18 signs, the last may be an X.',
  'supply.number-lost':
    'The spreadsheet took the document number for an amount, and its last digits are lost. Export the list again with this column as text.',
  'supply.label-unknown': 'There is no such label. Use a code of the dictionary.',
  'supply.label-not-yours': 'Your organisation does not supply this label.',
  'supply.day': 'This is no day. Write it as 2026-03-02.',
  'supply.not-yet': 'That day has not come.',
  'supply.until-early': 'The last day is over already, or before the first.',
  'supply.until-late': 'The last day is too late: the dictionary allows fewer days.',
};
