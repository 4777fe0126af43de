// SPDX-License-Identifier: Apache-2.0

import { registryWords } from './en-registry.ts';
import type { SharedWords } from './keys.ts';

const stateNames =
  'reported {reported} pending_verify {waiting to be verified} pending_register {waiting to be registered} pending_dispatch {waiting for dispatch} pending_handle {waiting for the department} handling {being handled} handle_finish {reported done by the crew} pending_check {waiting for a check} pending_close {waiting to be closed} closed {closed} forced_close {closed by order} not_accepted {not accepted}';
const roleNames =
  'committee_worker {a committee worker} dispatcher {a dispatcher} department_officer {a department officer} crew {a crew member} checker {a checker} street_leader {the street leader} district {the district} city {the city} system_admin {an administrator} safety_admin {a safety administrator} auditor {an auditor} resident {a reporter} public {a member of the public} system {the system} other {{who}}';
const needNames =
  'category {a category} condition {a condition for registering} reason {a reason} reason_code {why it is not accepted} organisation {who is to handle it} ground {the legal ground for returning it} photo_or_reason {a photo after the work, or why there is none} outcome {the outcome for the reporter} closing {a condition for closing} crew {a crew member} answer {an answer} until {a date} words {a few words}';
const kindNames =
  'city_office {City department} district_department {District department} district_centre {District operations centre} utility {Utility company} street_office {Street office} grid_centre {Grid centre} committee {Committee} crew {Work crew} emergency {Emergency force} other {{there}}';
const fieldNames =
  'words {What happened} address {Where} place {Committee} phone {Mobile} code {Code} login {Login} password {Password} current {Current password} fresh {New password} photos {Photos} voice {Voice note} category {Category} reason {Reason} outcome {Outcome} organisation {Organisation} condition {Condition} until {Until} from {From} contact {Contact} contactPhone {Phone} contactName {Name} effectiveFrom {In force from} source {Source} key {Key} name {Name} csv {CSV file} q {Search} role {Role} range {Range} organisation_kind {Kind} place_code_or_name {Place} hours {Hours} to {Colleague} post {Post} other {{field}}';

export const en = {
  ...registryWords,
  'problem.title': 'That did not work',
  'sms.code':
    'Lilong code {code}, valid for {minutes} min. Tell nobody; our staff never ask for it.',

  'refusal.input.invalid': `{rule, select, required {Please fill in “{field, select, ${fieldNames}}”.} minLength {“{field, select, ${fieldNames}}” is empty or too short. Please add to it.} maxLength {“{field, select, ${fieldNames}}” is too long. Please shorten it.} maxItems {“{field, select, ${fieldNames}}” has too many entries. Please remove some.} other {“{field, select, ${fieldNames}}” does not look right. Please correct it and send again.}}`,
  'refusal.input.too-large':
    'That is too much at once: {limitMb} MB at most. Please send it in parts.',
  'refusal.auth.sign-in-first': 'Please sign in first. You will come back to this page.',
  'refusal.auth.denied':
    'The post you are acting as may not do this. Switch to another post, or ask a colleague who may.',
  'refusal.auth.csrf':
    'This page has been open too long. Copy what you typed, reload, and try again.',
  'refusal.auth.wrong-password':
    'Login or password is wrong. Try again, or ask your administrator for a new password.',
  'refusal.auth.locked':
    'Too many wrong passwords: the account is locked for {minutes} min. Wait, or ask your administrator for a new password.',
  'refusal.auth.wrong-code': 'That code is wrong. Check the message and type it again.',
  'refusal.auth.code-expired': 'That code has expired. Please request a new one.',
  'refusal.auth.too-many':
    'Too many tries. Come back in {minutes} min, or phone your committee if it is urgent.',
  'refusal.auth.not-demo':
    'One-click sign-in exists only in the demonstration. Please use your own account.',
  'refusal.auth.no-such-post': 'This post is not yours, or it has ended. Please choose another.',
  'refusal.auth.own-grant':
    'Nobody approves rights for themselves. Another safety administrator has to decide.',
  'refusal.auth.same-password':
    'The new password is the same as the old one. Please choose another.',
  'refusal.auth.loan-too-long':
    'A post can be lent for {days} days at most. Please choose an earlier end.',
  'refusal.auth.roles-apart':
    'System, safety and audit administrators must be different people. Choose someone else, or end their administrator post first.',
  'refusal.auth.staff-there':
    'There are staff already; the first administrators are made once. For a forgotten password ask an administrator of the same kind.',
  'refusal.auth.decided':
    'This post has been decided already, or has ended. Reload the list to see how it stands.',
  'refusal.found.nothing':
    'There is no {what, select, case {such case} report {such report} place {such place} file {such file} post {such post} account {such account} organisation {such organisation} order {such work order} request {such request} page {such page} person {such person} home {such home} household {such household} label {such label} other {such thing}} here. Check the number; it may also lie outside your post.',
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
  'refusal.cases.wrong-state': `Case {ref} is {state, select, ${stateNames} other {{state}}}, so this cannot be done. Look at how it stands, then decide.`,
  'refusal.cases.changed': `Case {ref} was just changed by {who, select, ${roleNames}} and is now {state, select, ${stateNames} other {{state}}}. Look at what is new; what you typed is still here.`,
  'refusal.cases.need': `One thing is missing: {need, select, ${needNames} other {{need}}}. Please add it.`,
  'refusal.cases.category-retired':
    'The category “{name}” was in use until {day} only. Please choose another.',
  'refusal.cases.category-not-yet':
    'The category “{name}” can be used from {day} on. Please choose another.',
  'refusal.cases.outside-no-known':
    'Number “{no}” was entered before, as case {ref}. Check the number; if it is the same matter, go on in that case.',
  'refusal.cases.not-offered': `This choice is not on the list now: {need, select, ${needNames} other {{need}}}. Please choose one that is listed.`,
  'refusal.cases.nobody-accepts':
    'Nobody at {name} can accept a case now. Send it elsewhere, or ask the administrator to give them a department officer’s post.',
  'refusal.cases.no-third-return':
    'Case {ref} was returned twice and the street leader gave it to you; it cannot go back again. Ask for an extension if time is short, or talk to the street.',
  'refusal.cases.appeal-not-possible':
    'There is no appeal now: {why, select, state {the case must be closed, and not begun anew} in_time {it was solved in time} used {it was appealed once already} nothing {no appeal is waiting} other {somebody else reviews this step: the dispatcher, then the street leader}}.',
  'refusal.cases.take-back-crew':
    'Case {ref} is still with the crew. Take it back from them before returning it.',
  'refusal.cases.undo-over':
    'The minute is over, or someone has gone on with case {ref}. It can no longer be undone; send it back along the workflow.',
  'refusal.cases.adjudicate-first':
    'The street leader has to rule on case {ref} before it can be dispatched again.',
  'refusal.cases.delay-not-possible':
    'This cannot be asked now: {why, select, late {the limit has passed} used {it was used up} waiting {an earlier request is undecided} too_long {the date is beyond the longest allowed} past {the date must lie ahead} lead {only the lead organisation may ask} state {the case is not being handled} other {{why}}}.',
  'refusal.cases.not-same-street':
    'Case {ref} belongs to another street and cannot be merged here.',
  'refusal.cases.nobody-to-ask':
    'Nobody who reported case {ref} has an account to read a question with. Please telephone.',
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
  'refusal.catalogue.broken': '“{key}” cannot be used: {why}. Please correct it.',
  'refusal.catalogue.own-draft': 'A draft has to be approved by someone other than its author.',
  'refusal.catalogue.decided':
    'The draft of “{key}” has been decided already. Reload the list to see how it stands.',
  'refusal.import.columns':
    'The header lacks the column “{column}”. Please use the header of the template.',
  'refusal.import.garbled':
    'The file holds characters that cannot be read. Save it as “CSV UTF-8” and import it again.',
  'refusal.import.quotes':
    'A quotation mark in this line is never closed. Please correct the line.',
  'refusal.import.unknown-kind':
    'There is no kind of organisation called “{value}”. The template lists them.',
  'refusal.import.kind-differs': `This organisation stands here as “{there, select, ${kindNames}}”, the table says “{value}”. An import does not change the kind: correct the table, or give another organisation another name.`,
  'refusal.import.unknown-role': 'There is no role called “{value}”. The template lists them.',
  'refusal.import.unknown-place':
    'There is no place called “{value}”. Write its full name or its 12-digit code.',
  'refusal.import.many-places':
    'More than one place is called “{value}”. Please write its 12-digit code.',
  'refusal.import.outside':
    '“{value}” lies outside the area that you administer. Ask the administrator above you to import it.',
  'refusal.import.login-taken':
    'The login “{value}” belongs to someone else. Please choose another.',
  'refusal.open311.key':
    'api_key is missing, wrong or no longer valid. Ask the unit that runs this for a key.',
  'refusal.open311.form':
    'Send a form: application/x-www-form-urlencoded, or multipart/form-data with pictures, in UTF-8, one value for each field.',
  'refusal.open311.format': 'There are two formats here: end the address in .json or .xml.',
  'refusal.open311.service':
    'No service has the code “{code}”. Choose one from the list at services.',
  'refusal.open311.request':
    'No request is called “{ref}”, or others may not see it. If you made it, ask again with the api_key it was made with.',
  'refusal.open311.ended':
    'Request {ref} has ended and takes no more words. If it is not solved, report it again.',
  'refusal.open311.path': 'There is no such interface. /api/docs lists those that there are.',
  'refusal.open311.moment':
    '“{field}” is no moment. Write date, time and time zone, such as 2026-03-02T09:00:00+08:00.',
  'refusal.open311.span':
    'Start and end can be at most {days} days apart, start first. Ask in several shorter spans.',
  'refusal.open311.where':
    'It does not say where. Send lat and long (WGS 84), or address_string, or address_id.',
  'refusal.open311.address':
    '“{address}” was not found. Write road and lane number, such as 南京东路139弄, or send lat and long.',
  'refusal.open311.addresses':
    'More than one committee has “{address}”: {names}. Add the lane number, or send lat and long.',
  'refusal.sms.not-sent':
    'The message could not be sent. Try again shortly, or phone your committee if it is urgent.',
  'refusal.server.fault':
    'Something broke on our side and nothing was done. Please try again; if it persists, give the administrator the number {request}.',

  'state.reported': 'Reported',
  'state.pending_verify': 'To verify',
  'state.pending_register': 'To register',
  'state.pending_dispatch': 'To dispatch',
  'state.pending_handle': 'With department',
  'state.handling': 'Being handled',
  'state.handle_finish': 'Crew says done',
  'state.pending_check': 'To check',
  'state.pending_close': 'To close',
  'state.closed': 'Closed',
  'state.forced_close': 'Closed by order',
  'state.not_accepted': 'Not accepted',

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

  'move.register': 'Register',
  'move.decline': 'Decline',
  'move.verify': 'Send someone to verify',
  'move.self_handle': 'Handled ourselves',
  'move.withdraw': 'Withdraw',
  'move.raise': 'Raise to the grid centre',
  'move.verified': 'It is so',
  'move.not_found': 'Not found on site',
  'move.dispatch': 'Dispatch',
  'move.rule': 'Rule and dispatch',
  'move.unregister': 'Back to registering',
  'move.force_close': 'Close by order',
  'move.accept': 'Accept',
  'move.arrive': 'Arrived on site',
  'move.return': 'Return to the dispatcher',
  'move.recall': 'Call back',
  'move.assign': 'Assign to crew',
  'move.revoke': 'Take back from crew',
  'move.crew_done': 'Work done',
  'move.finish': 'Report done',
  'move.redo': 'Have it redone',
  'move.pass': 'Check passed',
  'move.rework': 'Send back for rework',
  'move.close': 'Close',
  'move.recheck': 'Back to checking',
  'move.not_solved': 'Not solved',

  'act.ask': 'Ask the reporter',
  'act.answer': 'Answer',
  'act.add_photo': 'Add photos',
  'act.supervise': 'Press for it',
  'act.release': 'Let others see',
  'act.merge': 'Merge',
  'act.unmerge': 'Take apart',
  'act.undo': 'Undo',
  'act.print_order': 'Print work order',
  'act.ask_extension': 'Ask for more time',
  'act.ask_suspension': 'Ask to suspend',
  'act.decide_extension': 'Decide on more time',
  'act.decide_suspension': 'Decide on suspension',
  'act.appeal': 'Appeal the delay',
  'act.decide_appeal': 'Review the appeal',
  'act.take_call': 'Take a call',
  'act.rate': 'Rate',
  'act.reveal': 'Show contact',

  'need.category': 'Category',
  'need.condition': 'Condition for registering',
  'need.reason': 'Reason',
  'need.reason_code': 'Why it is not accepted',
  'need.organisation': 'Who handles it',
  'need.ground': 'Legal ground',
  'need.photo_or_reason': 'Photo after the work, or why there is none',
  'need.outcome': 'Outcome, as the reporter reads it',
  'need.closing': 'Condition for closing',
  'need.answer': 'Answer',
  'need.until': 'Until which day',
  'need.words': 'What was found or done',

  'role.committee_worker': 'Committee worker',
  'role.dispatcher': 'Grid dispatcher',
  'role.department_officer': 'Department officer',
  'role.crew': 'Crew',
  'role.checker': 'Checker',
  'role.street_leader': 'Street leader',
  'role.district': 'District staff',
  'role.city': 'City staff',
  'role.system_admin': 'System administrator',
  'role.safety_admin': 'Safety administrator',
  'role.auditor': 'Auditor',
  'role.resident': 'Resident',
  'role.public': 'Public',
  'role.system': 'System',

  'organisation.city_office': 'City department',
  'organisation.district_department': 'District department',
  'organisation.district_centre': 'District operations centre',
  'organisation.utility': 'Utility company',
  'organisation.street_office': 'Street office',
  'organisation.grid_centre': 'Grid centre',
  'organisation.committee': 'Committee',
  'organisation.crew': 'Work crew',
  'organisation.emergency': 'Emergency force',

  'channel.home': 'Resident',
  'channel.committee': 'Committee',
  'channel.patrol': 'Patrol',
  'channel.phone': 'Phone call',
  'channel.hotline_12345': '12345',
  'channel.open311': 'Open interface',

  'lateness.late': 'Late',
  'lateness.soon': 'Due soon',
  'lateness.ok': 'In time',
  'lateness.none': 'No limit',

  'step.report': 'Report',
  'step.register': 'Register',
  'step.dispatch': 'Dispatch',
  'step.handle': 'Handle',
  'step.check': 'Check',
  'step.close': 'Close',
  'step.plain.report': 'Reported',
  'step.plain.register': 'Taken on',
  'step.plain.dispatch': 'Passed on',
  'step.plain.handle': 'In work',
  'step.plain.check': 'Checked',
  'step.plain.close': 'Solved',

  'photo.near': 'Close up',
  'photo.far': 'From afar',
  'photo.reference': 'For reference',
  'photo.before': 'Before',
  'photo.after': 'After',
  'photo.voice': 'Voice note',

  'bucket.mine': 'For me',
  'bucket.register': 'To register',
  'bucket.dispatch': 'To dispatch',
  'bucket.handle': 'In hand',
  'bucket.check': 'To check',
  'bucket.close': 'To close',
  'bucket.late': 'Late',
  'bucket.open': 'All open',
  'bucket.ended': 'Ended',

  'catalogue.category': 'Case categories',
  'catalogue.condition': 'Conditions',
  'catalogue.limit': 'Time limits',
  'catalogue.office_hours': 'Office hours',
  'catalogue.calendar_year': 'Working calendar',
  'catalogue.decline_reason': 'Reasons for declining',
  'catalogue.return_ground': 'Grounds for returning',
  'catalogue.purpose': 'Purposes',
  'catalogue.label': 'Labels',
  'catalogue.setting': 'Settings',

  'indicator.register': 'Registered',
  'indicator.register_on_time': 'Registered in time',
  'indicator.dispatch_on_time': 'Dispatched in time',
  'indicator.right_dispatch': 'Dispatched right first time',
  'indicator.handle': 'Handled',
  'indicator.handle_on_time': 'Handled in time',
  'indicator.close': 'Closed',
  'indicator.close_on_time': 'Closed in time',
  'indicator.return': 'Returned',
  'indicator.rework': 'Reworked',
  'indicator.extension': 'Extended',
  'indicator.suspension': 'Suspended',
  'indicator.first_pass': 'Passed at first check',
  'indicator.frequent': 'Share of the most frequent matters',
  'indicator.repeated': 'Same matter at the same place again',

  'limit.urgent_hour': '{count, plural, one {# urgent hour} other {# urgent hours}}',
  'limit.work_hour': '{count, plural, one {# working hour} other {# working hours}}',
  'limit.work_day': '{count, plural, one {# working day} other {# working days}}',
  'limit.natural_day': '{count, plural, one {# calendar day} other {# calendar days}}',

  'level.city': 'City',
  'level.district': 'District',
  'level.street': 'Street or town',
  'level.committee': 'Committee',
  'level.estate': 'Estate',

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
  'timeline.rated': 'You gave it {grade} of 5',
  'timeline.contact_opened':
    '{organisation} looked at your contact details {purpose, select, call_back {to call you back} clarify {to ask what is meant} on_site {to come by} complaint {to handle a complaint} other {for this case}}',

  'case.no-words': 'Nothing in writing: see the photo or hear the recording',

  'purpose.call_back': 'To answer the reporter',
  'purpose.clarify': 'To find out more',
  'purpose.on_site': 'To meet on site',
  'purpose.complaint': 'To handle a complaint',
} as const satisfies SharedWords;
