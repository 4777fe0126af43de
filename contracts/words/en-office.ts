// SPDX-License-Identifier: Apache-2.0
import type { OfficeWords } from './zh-office.ts';

const stateNames =
  'reported {reported} pending_verify {waiting to be verified} pending_register {waiting to be registered} pending_dispatch {waiting for dispatch} pending_handle {waiting for the department} handling {being handled} handle_finish {reported done by the crew} pending_check {waiting for a check} pending_close {waiting to be closed} closed {closed} forced_close {closed by order} not_accepted {not accepted}';
const roleNames =
  'committee_worker {a committee worker} dispatcher {a dispatcher} department_officer {a department officer} crew {a crew member} checker {a checker} street_leader {the street leader} counter_clerk {a counter clerk} centre_manager {the centre manager} district {the district} city {the city} item_owner {an owner of matters} system_admin {an administrator} safety_admin {a safety administrator} auditor {an auditor} resident {a reporter} public {a member of the public} system {the system} other {{who}}';
const needNames =
  'category {a category} condition {a condition for registering} reason {a reason} reason_code {why it is not accepted} organisation {who is to handle it} ground {the legal ground for returning it} photo_or_reason {a photo after the work, or why there is none} outcome {the outcome for the reporter} closing {a condition for closing} crew {a crew member} answer {an answer} until {a date} words {a few words}';
const kindNames =
  'city_office {City department} district_department {District department} district_centre {District operations centre} utility {Utility company} street_office {Street office} grid_centre {Grid centre} committee {Committee} crew {Work crew} emergency {Emergency force} other {{there}}';

/** What only the office, its clients and the server say. */
export const office = {
  'sms.code':
    'Lilong code {code}, valid for {minutes} min. Tell nobody; our staff never ask for it.',
  'sms.remind':
    'Lilong: number {number}, {ahead, plural, =0 {you are next} other {# before you}}. Please come back to {hall}.',
  'sms.called': 'Lilong: number {number} is called to {window} at {hall}.',
  'sms.booking-unfit':
    'Lilong: {hall} has changed its hours or windows, and there may be no room at your time, {when}. Please choose another one under My bookings; if you cannot, come all the same.',
  'sms.booking-fits':
    'Lilong: there is room again at your time, {when}, at {hall}. Please come as booked; code {code}.',
  'sms.booking-moved':
    'Lilong: {hall} has moved your booking to {when}; code {code}. If that does not suit you, choose another time under My bookings.',

  'refusal.auth.wrong-password':
    'Login or password is wrong. Try again, or ask your administrator for a new password.',
  'refusal.auth.locked':
    'Too many wrong passwords: the account is locked for {minutes} min. Wait, or ask your administrator for a new password.',
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

  'move.register': 'Register',
  'move.decline': 'Decline',
  'move.verify': 'Send someone to verify',
  'move.self_handle': 'Handled ourselves',
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

  'organisation.city_office': 'City department',
  'organisation.district_department': 'District department',
  'organisation.district_centre': 'District operations centre',
  'organisation.utility': 'Utility company',
  'organisation.street_office': 'Street office',
  'organisation.grid_centre': 'Grid centre',
  'organisation.committee': 'Committee',
  'organisation.crew': 'Work crew',
  'organisation.service_centre': 'Service centre',
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
  'catalogue.element': 'Data elements',
  'catalogue.service': 'Counter services',
  'catalogue.item': 'Matters',
  'catalogue.rating_reason': 'Reasons of ratings',
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

  'case.no-words': 'Nothing in writing: see the photo or hear the recording',

  'purpose.call_back': 'To answer the reporter',
  'purpose.clarify': 'To find out more',
  'purpose.on_site': 'To meet on site',
  'purpose.complaint': 'To handle a complaint',
} as const satisfies OfficeWords;
