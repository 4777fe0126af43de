// SPDX-License-Identifier: Apache-2.0
// Every act that the audit names. The compiler refuses to note another one; a test asks for words for each.
import { caseActs, caseMoves } from './case-flow.ts';

/** What the audit says of a case beside the moves and acts of the workflow. */
const caseNotes = [
  'add_words',
  'contact',
  'grant_appeal',
  'grant_extension',
  'grant_suspension',
  'hotline',
  'joined',
  'media_link',
  'opened',
  'order_opened',
  'promise_changed',
  'read',
  'refuse_appeal',
  'refuse_extension',
  'refuse_suspension',
  'resumed',
  'review_appeal',
  'transcript',
] as const;
export const caseNews = [...caseMoves, ...caseActs, ...caseNotes] as const;
export type CaseNews = (typeof caseNews)[number];

/** Coming and going: who signed in or out, or tried to. */
export const signInActs = [
  'account.locked',
  'code.sent',
  'password.wrong',
  'post.act-as',
  'sign-in',
  'sign-in.demo',
  'sign-in.phone',
  'sign-out',
  'sign-out.everywhere',
] as const;
export type SignInAct = (typeof signInActs)[number];

const officeActs = [
  'account.first',
  'audit.patterns',
  'audit.search',
  'audit.verify',
  'catalogue.approve',
  'catalogue.draft',
  'catalogue.refuse',
  'duty.approve',
  'duty.draft',
  'duty.refuse',
  'handover.left',
  'handover.taken',
  'office.feedback',
  'office.read-feedback',
  'open311.key-ended',
  'open311.key-made',
  'open311.posted',
  'open311.updated',
  'organisation.corrected',
  'password.changed',
  'password.recovered',
  'password.reset',
  'places.imported',
  'registry.apart',
  'registry.bound',
  'registry.card',
  'registry.change',
  'registry.consent-given',
  'registry.consent-offered',
  'registry.consent-withdrawn',
  'registry.crowd',
  'registry.crowd-changed',
  'registry.crowd-dropped',
  'registry.crowd-kept',
  'registry.deleted',
  'registry.door-closed',
  'registry.door-kept',
  'registry.door-merged',
  'registry.door-parted',
  'registry.doors-apart',
  'registry.export',
  'registry.find',
  'registry.group',
  'registry.group-kept',
  'registry.group-leader',
  'registry.held',
  'registry.hold-lifted',
  'registry.home',
  'registry.household',
  'registry.institution',
  'registry.institution-kept',
  'registry.member-kept',
  'registry.member-reveal',
  'registry.import',
  'registry.imported',
  'registry.grant-ended',
  'registry.look-up',
  'registry.merge-undone',
  'registry.merged',
  'registry.objected',
  'registry.objection',
  'registry.objection-answered',
  'registry.objection-withdrawn',
  'registry.own',
  'registry.own-file',
  'registry.own-looks',
  'registry.own-number',
  'registry.reveal',
  'registry.supplied',
  'registry.supply-uses',
  'registry.twins',
  'registry.unbound',
  'registry.ward',
  'registry.withdrew',
  'staff.import-tried',
  'staff.imported',
  'staff.listed',
  'staff.post-approved',
  'staff.post-ended',
  'staff.post-lent',
  'staff.post-proposed',
  'staff.post-refused',
  'staff.post-taken-back',
] as const;

/** Written like changes, because they must not be lost; to an auditor they are readings. */
export const readActs = [
  'case.contact',
  'case.order_opened',
  'registry.card',
  'registry.door-closed',
  'registry.door-kept',
  'registry.door-merged',
  'registry.door-parted',
  'registry.doors-apart',
  'registry.export',
  'registry.look-up',
  'registry.own',
  'registry.own-file',
  'registry.own-looks',
  'registry.own-number',
  'registry.reveal',
  'registry.ward',
] as const satisfies readonly AuditAct[];

export const auditActs = [...signInActs, ...officeActs] as const;
export type AuditAct = (typeof auditActs)[number] | `case.${CaseNews}`;

/** What a refused attempt wanted: the route. */
export type RefusedAct = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;

/** Kinds of audit lines, as an auditor asks for them. */
export const auditKinds = ['read', 'write', 'sign_in', 'refused'] as const;
export type AuditKind = (typeof auditKinds)[number];
