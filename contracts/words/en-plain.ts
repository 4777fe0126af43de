// SPDX-License-Identifier: Apache-2.0
import type { PlainWords } from './zh-plain.ts';

const fieldNames =
  'words {What happened} address {Where} place {Committee} phone {Mobile} code {Code} login {Login} password {Password} current {Current password} fresh {New password} photos {Photos} voice {Voice note} category {Category} reason {Reason} outcome {Outcome} organisation {Organisation} condition {Condition} until {Until} from {From} contact {Contact} contactPhone {Phone} contactName {Name} effectiveFrom {In force from} source {Source} key {Key} name {Name} csv {CSV file} q {Search} role {Role} range {Range} organisation_kind {Kind} place_code_or_name {Place} hours {Hours} to {Colleague} post {Post} staysAs {How they stay} relation {Relation to the head} document {Kind of document} number {Document number} sex {Sex} bornOn {Born on} on {Day} label {Label} lookAgain {Look again} purpose {Purpose} fresh_name {Name} fresh_number {Document number} fresh_sex {Sex} fresh_bornOn {Born on} fresh_phone {Telephone} other {{field}}';

/** What residents meet as well; a phone loads these and no more. */
export const plain = {
  'problem.title': 'That did not work',

  'refusal.input.invalid': `{rule, select, required {Please fill in “{field, select, ${fieldNames}}”.} enum {Please choose “{field, select, ${fieldNames}}”.} minLength {“{field, select, ${fieldNames}}” is empty or too short. Please add to it.} maxLength {“{field, select, ${fieldNames}}” is too long. Please shorten it.} maxItems {“{field, select, ${fieldNames}}” has too many entries. Please remove some.} other {“{field, select, ${fieldNames}}” does not look right. Please correct it and send again.}}`,
  'refusal.input.too-large':
    'That is too much at once: {limitMb} MB at most. Please send it in parts.',
  'refusal.auth.sign-in-first': 'Please sign in first. You will come back to this page.',
  'refusal.auth.denied':
    'The post you are acting as may not do this. Switch to another post, or ask a colleague who may.',
  'refusal.auth.csrf':
    'This page has been open too long. Copy what you typed, reload, and try again.',
  'refusal.auth.wrong-code': 'That code is wrong. Check the message and type it again.',
  'refusal.auth.code-expired': 'That code has expired. Please request a new one.',
  'refusal.auth.too-many':
    'Too many tries. Come back in {minutes} min, or phone your committee if it is urgent.',
  'refusal.auth.not-demo':
    'One-click sign-in exists only in the demonstration. Please use your own account.',
  'refusal.found.nothing':
    'There is no {what, select, case {such case} report {such report} place {such place} file {such file} post {such post} account {such account} organisation {such organisation} order {such work order} request {such request} page {such page} person {such person} home {such home} household {such household} label {such label} offer {such offer} ticket {such ticket} centre {such centre} window {such window} application {such application} receipt {such receipt} item {such matter} service {such service} other {such thing}} here. Check the number; it may also lie outside your post.',
  'refusal.retry.other-body':
    'The same submission arrived with two different contents. Reload and see whether the first one got through.',
  'refusal.places.unknown': 'There is no such place ({place}). Please pick one from the list.',
  'refusal.places.outside':
    'That point lies outside the city. Tap the map again, or name the road and lane in words.',
  'refusal.places.closed':
    '{name} no longer exists. Please choose the committee that took its place.',
  'refusal.places.too-coarse':
    '“{name}” is too large an area. Please choose a committee or an estate.',
  'refusal.cases.say-something':
    'Please give a photo, a sentence or a voice note. One of the three is enough.',
  'refusal.cases.rated': 'Report {ref} has been rated already.',
  'refusal.files.empty': 'This file is empty. Please take the picture or record again.',
  'refusal.files.not-an-image': 'This file is no picture. Please choose a JPG, PNG or WebP.',
  'refusal.files.heic':
    'This picture is HEIC, which we cannot open. Set the camera to “Most Compatible”, or send a screenshot of it.',
  'refusal.files.too-large':
    'The file is too large: {limitMb} MB at most. Please choose a smaller one.',
  'refusal.files.bomb':
    'The picture is too big: {megapixels} megapixels at most. Please shrink it first.',
  'refusal.files.not-a-voice':
    'This recording cannot be opened. Please record it again with the button on the page.',
  'refusal.files.voice-too-long':
    'The recording is too long: {limitSeconds} s at most. Say it in parts, or write a few words.',
  'refusal.files.unknown': 'One file ({file}) did not arrive. Remove it and add it again.',
  'refusal.sms.not-sent':
    'The message could not be sent. Try again shortly, or phone your committee if it is urgent.',
  'refusal.server.fault':
    'Something broke on our side and nothing was done. Please try again; if it persists, give the administrator the number {request}.',

  'state.plain.reported': 'We have it; someone will look',
  'state.plain.pending_verify': 'Someone is going to see',
  'state.plain.pending_register': 'We have it; soon taken on',
  'state.plain.pending_dispatch': 'Taken on; finding who does it',
  'state.plain.pending_handle': 'Passed on; about to start',
  'state.plain.handling': 'Being worked on',
  'state.plain.handle_finish': 'Done, to be confirmed',
  'state.plain.pending_check': 'Done; someone is checking on site',
  'state.plain.pending_close': 'Checked; about to be closed',
  'state.plain.closed': 'Solved',
  'state.plain.forced_close': 'Stopped; the reason is below',
  'state.plain.not_accepted': 'Not taken on; the reason is below',

  'move.withdraw': 'Withdraw',

  'act.add_photo': 'Add photos',

  'role.committee_worker': 'Committee worker',
  'role.dispatcher': 'Grid dispatcher',
  'role.department_officer': 'Department officer',
  'role.crew': 'Crew',
  'role.checker': 'Checker',
  'role.street_leader': 'Street leader',
  'role.counter_clerk': 'Counter clerk',
  'role.centre_manager': 'Centre manager',
  'role.district': 'District staff',
  'role.city': 'City staff',
  'role.item_owner': 'Owner of matters',
  'role.system_admin': 'System administrator',
  'role.safety_admin': 'Safety administrator',
  'role.auditor': 'Auditor',
  'role.resident': 'Resident',
  'role.public': 'Public',
  'role.system': 'System',

  'step.plain.report': 'Reported',
  'step.plain.register': 'Taken on',
  'step.plain.dispatch': 'Passed on',
  'step.plain.handle': 'In work',
  'step.plain.check': 'Checked',
  'step.plain.close': 'Solved',

  'timeline.reported': 'You reported this',
  'timeline.raised': 'Your committee passed it to the street’s grid centre',
  'timeline.verifying': 'Someone was sent to look',
  'timeline.verified': 'Someone has been there and looked',
  'timeline.registered': 'Taken on',
  'timeline.promise': 'Promised to be solved by {until}',
  'timeline.promise_changed': 'The promised date is now {until}',
  'timeline.declined': 'Not taken on; the reason is below',
  'timeline.dispatched': 'Passed to {organisation}',
  'timeline.redispatched': 'Now passed to {organisation}',
  'timeline.returned': 'They say it is not theirs; we are finding who does it',
  'timeline.accepted': '{organisation} accepted it',
  'timeline.crew_assigned': 'Someone was assigned to come',
  'timeline.arrived': 'Somebody has come to look after it',
  'timeline.done': 'Done; to be checked on site',
  'timeline.checked': 'Checked on site: it is done',
  'timeline.rework': 'The check failed; it has to be done again',
  'timeline.closed': 'Solved. Please look at the result',
  'timeline.forced_closed': 'The street decided to stop; the reason is below',
  'timeline.self_handled': 'Your committee solved it',
  'timeline.asked': 'The office has a question for you',
  'timeline.answered': 'You answered',
  'timeline.photo_added': 'Photos were added',
  'timeline.withdrawn': 'You withdrew it',
  'timeline.merged':
    'Neighbours reported the same; all are handled together and all get the answer',
  'timeline.unmerged': 'It is handled by itself again',
  'timeline.supervised': 'The street pressed for it',
  'timeline.delay_granted': 'It is harder than thought; more time was given, until {until}',
  'timeline.suspended': 'It has to wait until {until}',
  'timeline.resumed': 'Work goes on',
  'timeline.round_two': 'You said it is not solved; the street leader arranges it anew',
  'timeline.rated':
    'You said: {grade, select, 5 {very satisfied} 4 {satisfied} 3 {fairly satisfied} 2 {dissatisfied} other {very dissatisfied}}',
  'timeline.contact_opened':
    '{organisation} looked at your contact details {purpose, select, call_back {to call you back} clarify {to ask what is meant} on_site {to come by} complaint {to handle a complaint} other {for this case}}',

  'ticket.booked': 'Booked',
  'ticket.taken': 'Waiting',
  'ticket.called': 'Called',
  'ticket.serving': 'Being served',
  'ticket.done': 'Finished',
  'ticket.no_show': 'Missed',
  'ticket.transferred': 'Handed over, waiting',
  'ticket.cancelled': 'Cancelled',
  'priority.elderly': 'Older person',
  'priority.disabled': 'Disabled person',
  'priority.pregnant': 'Pregnant',
  'priority.military': 'Military or family',
  'equipment.kiosk': 'Ticket kiosk',
  'equipment.self_service': 'Self-service terminal',
  'equipment.wheelchair': 'Step-free',
  'equipment.hearing_loop': 'Hearing loop',
  'equipment.nursing_room': 'Nursing room',
  'equipment.parking': 'Parking',
  'spoken.mandarin': 'Mandarin',
  'spoken.shanghainese': 'Shanghainese',
  'spoken.english': 'English',
  'spoken.sign': 'Sign language',
} as const satisfies PlainWords;
