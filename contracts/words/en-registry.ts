// SPDX-License-Identifier: Apache-2.0
// Refusals of the base registry.

export const registryWords = {
  'refusal.registry.id-number':
    'That identity number is not whole. Check all 18 signs; the last may be X.',
  'refusal.registry.known':
    'This number is registered already. Find the person by the document shown, then move them in.',
  'refusal.registry.not-by-number':
    'This number does not open a file here. Please ask the safety administrator.',
  'refusal.registry.died':
    'This person is recorded as having died. If that is wrong, correct it first.',
  'refusal.registry.who': 'Find the person first, or fill in somebody new.',
  'refusal.registry.sex': 'Choose a sex; with an identity number there is no need to.',
  'refusal.registry.not-yet': 'That day has not come. The latest is {day}.',
  'refusal.registry.before': 'That is too early: not before {day}.',
  'refusal.registry.other-home': 'This household no longer lives here. Reload and choose again.',
  'refusal.registry.not-living': 'This person is not recorded as living here now.',
  'refusal.registry.label': 'Committees do not keep this label. Choose another.',
  'refusal.registry.labelled': '“{name}” is recorded already.',
  'refusal.registry.look-again': 'The day to look again lies between tomorrow and {day}.',
  'refusal.registry.crowd-label': 'One of these labels cannot be asked for. Choose another.',
  'refusal.registry.crowd-ends': '“To” cannot be less than “from”.',
  'refusal.registry.crowd-group':
    'One of these building groups is not of your committee, or is no more. Take it out.',
  'refusal.registry.crowd-household':
    'Conditions on a household can be asked only of people who live here.',
  'refusal.registry.crowd-name': 'There is a crowd called “{name}” already. Choose another name.',
  'refusal.registry.export-over': 'This list expired on {day}. Take it out again if you need it.',
  'refusal.registry.case-off': 'Labels of single cases are not in use here.',
  'refusal.registry.case-place': 'Choose a committee: a case is opened to the workers of one.',
  'refusal.registry.case-until': 'The last day is between today and {day}.',
  'refusal.registry.file': '{why}',
  'refusal.registry.upload-kind':
    'Only .xlsx and .csv files are taken. Save an old .xls as .xlsx first.',
  'refusal.registry.upload-part': 'This part does not fit the file. Choose the file again.',
  'refusal.registry.upload-state': 'The file is still on its way or at work. Wait until it stops.',
  'refusal.registry.upload-under': 'Choose a committee, a street or a larger place.',
  'refusal.registry.withdrawn': 'This batch has been withdrawn already.',
  'refusal.registry.purpose': 'Choose why you need to see it.',
  'refusal.registry.not-theirs':
    'This is not the number recorded for this person. Check the document, and whether the right record is open.',
  'refusal.registry.bound':
    'This person has an account already. To change it, part the old one first.',
  'refusal.registry.account-bound':
    'Your account is bound to a person already, and it can be bound to one only. Part it first.',
  'refusal.registry.binding-code':
    'The code is wrong, or its ten minutes are over. {left, plural, =0 {Try again in an hour, or ask the committee for a new one.} one {One more try.} other {# more tries.}}',
  'refusal.registry.delay-own': 'You asked for it yourself: two other people have to decide.',
  'refusal.registry.nobody': 'Nobody on record has this number. Check it.',
  'refusal.registry.hold-what': 'Give a document number, or choose a load.',
  'refusal.registry.until': 'The last day has to be between today and {day}.',
  'refusal.registry.of-age':
    'This person is of age, so no parent is recorded. A guardian then needs a court ruling or an appointment.',
  'refusal.registry.guardian-proof': 'This document does not prove it. Choose another one.',
  'refusal.registry.guardian-who':
    'Nobody was found who can be the guardian: on record, of age, alive, and somebody else. Check the number.',
  'refusal.registry.consent-code':
    'The code is wrong, or its ten minutes are over. {left, plural, =0 {Try again in an hour.} one {One more try.} other {# more tries.}}',
  'refusal.registry.mandate-item':
    '“{name}” asks everybody of a household for their own consent, and is not left to a helper.',
  'refusal.registry.mandate-many':
    'This helper acts for {most} people already, which is the most. Please ask somebody else.',
  'refusal.registry.mandate-over':
    'This authority is over, or was taken back. What you wrote is still on this phone; to go on, it has to be given again.',
  'refusal.registry.mandate-scope':
    'This matter is not among those you were asked to do. It has to be given anew, or the person does it.',
  'refusal.registry.mandate-until': 'The last day lies between today and {day}.',
  'refusal.registry.mandate-what': 'Choose what may be done for you.',
  'refusal.registry.mandate-who':
    'Both have to be of age, and two people. Check whose code was shown.',
  'refusal.registry.not-household':
    'On record the two of you are not of one household now. If that is wrong, have it corrected at your committee.',
  'refusal.registry.shown-code':
    'This code is wrong, used, or over. Please show a new one and scan that.',
  'refusal.registry.own-household':
    'This is you, or somebody of your own household: a colleague has to do it. Your own data is under My data, on your phone.',
  'refusal.registry.not-bound':
    'Your account is not bound to you yet. Bring your document to your committee once; it takes a minute.',
  'refusal.registry.merge-self': 'This is one and the same record.',
  'refusal.registry.merge-documents':
    'Both have a document of the same kind with different numbers: they look like two people. If a number is wrong, correct it first.',
  'refusal.registry.merge-survivor': 'The record with a document has to stay. Swap the two.',
  'refusal.registry.merge-where':
    'The two are registered in different places. Choose which one is right.',
  'refusal.registry.merge-bound': 'Each has an account of its own. End one of the bindings first.',
  'refusal.registry.merge-over': 'This could be undone until {day}.',
  'refusal.registry.merge-since':
    'This person has moved or died since, and nobody can say which of the two it was. Record the second person anew instead.',
  'refusal.objection.answered': 'This objection has been settled already. Reload to see how.',
  'refusal.objection.number-known':
    'Another record has this document number already. See whether the two are one person: if so, merge them; if not, do not accept and say why.',
  'refusal.objection.open':
    'Somebody has objected to this value already, and it is being checked. Object again once it is answered.',
  'refusal.objection.own': 'The committee keeps this value itself: correct it directly.',
  'refusal.objection.not-own':
    'The committee does not keep this value. Object to it, and whoever keeps it will check.',
  'refusal.objection.nobody':
    'No department can be found that keeps this value. Ask the system administrator.',
  'refusal.objection.reason': 'Say why it stays as it is. Whoever objected reads it.',
  'refusal.objection.same': 'That is the value it has now.',
  'refusal.objection.value': 'Enter or choose a value that fits.',
  'refusal.door.closed':
    '{line} is closed, and nobody can be recorded there. Choose another address.',
  'refusal.door.grammar':
    '“{line}” is not an address yet. Write it down to the number or building, such as 139弄4号; a home down to its room, such as 501室.',
  'refusal.door.hinted': '{line} was told already and waits for the street.',
  'refusal.door.lived-until': 'Somebody lived at {line} until {day}: it cannot be closed before.',
  'refusal.door.lived-in':
    'People still live at {line}. Have the committee record that they moved out, then close it.',
  'refusal.door.merge-since':
    'The one that stayed was closed since, or became part of another, so this cannot be undone. Undo the later one first.',
  'refusal.door.merged':
    '{line} became part of {now}. If they are two, undo the merging under “May be the same”.',
  'refusal.door.place':
    'This lies in several committees, or has no door yet. Choose the committee it belongs to.',
  'refusal.door.street': 'The two are in different streets, and cannot be merged.',
  'refusal.door.there': '{line} is there already. If the two are one place, merge them.',
  'refusal.group.ended': 'This building group is no more.',
  'refusal.group.place': 'Choose the committee of the building group; it has to be one of yours.',
  'refusal.group.there': 'There is a building group “{name}” already. Choose another name.',
  'refusal.institution.credit':
    'A unified social credit code has 18 digits and capital letters, without I, O, S, V and Z. Check it, or leave it empty.',
  'refusal.institution.ended': 'This institution no longer acts here and cannot be changed.',
  'refusal.institution.member': 'Choose somebody, or type a name.',
  'refusal.institution.phone':
    'A telephone number has 7 to 20 digits, with hyphens if you like. Leave it empty when there is none.',
  'refusal.institution.place':
    'That place is not yours. Choose one of your own committees, or your street.',
  'refusal.institution.term': 'A term ends after it began.',
  'refusal.institution.there': '“{name}” is on record here already.',
} as const;
