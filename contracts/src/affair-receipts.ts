// SPDX-License-Identifier: Apache-2.0
// The printed receipt (受理凭证) of an application, and following it with the sheet in hand. See docs/domain/affairs.md.
import { type Static, Type } from 'typebox';
import { type AffairState, incomingStates } from './affair-flow.ts';
import { deliveries } from './affair-items.ts';
import {
  AffairPage,
  AffairStateName,
  AffairStep,
  affairClocks,
  affairLateness,
  byMandate,
} from './affairs.ts';
import { CertificateWhole } from './certificates.ts';
import { Template } from './item-body.ts';
import { route } from './route.ts';
import { Moment, Nullable, OneOf, Ref } from './shapes.ts';

/**
 * What a sheet says above all: it was received, accepted; what is missing (told once); it was refused receipt; it was
 * decided or is over. Words `receipt.kind.<name>`.
 */
export const receiptKinds = ['received', 'accepted', 'correction', 'not_accepted', 'over'] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

/** Which sheet an application has now; none of a draft. */
export function receiptKindOf(state: AffairState): ReceiptKind | undefined {
  if (state === 'draft') return undefined;
  if (incomingStates.includes(state)) return 'received';
  if (state === 'correction' || state === 'not_accepted') return state;
  return overStates.includes(state) ? 'over' : 'accepted';
}
const overStates: readonly AffairState[] = [
  ...(['granted', 'refused', 'withdrawn', 'void'] as const),
  ...(['returned', 'delivered', 'archived'] as const),
];

/** Everything that stands on the sheet. */
export const Receipt = Type.Object({
  kind: OneOf(receiptKinds),
  ...Type.Pick(AffairPage, [
    ...(['ref', 'itemName', 'itemNameEn', 'departmentName', 'state', 'name', 'appliedAt'] as const),
    ...(['receivedAt', 'acceptedAt', 'receiveName', 'acceptName', 'decideName'] as const),
    ...(['materials', 'correction', 'promised', 'legal', 'dueAt', 'legalDueAt'] as const),
    ...(['clock', 'provisional', 'decision', 'deliverBy', 'deliverName', 'helperName'] as const),
  ]).properties,
  /**
   * Of what was granted or refused: as it was signed. For its person, whoever decided and whoever hands it over; none of
   * what was decided before letters were signed.
   */
  letter: Nullable(CertificateWhole),
  /** The same in English, and where there is no letter: the template of its version, filled where it is shown. */
  document: Nullable(
    Type.Object({
      ...Type.Pick(Template, ['title', 'titleEn', 'text', 'textEn']).properties,
      law: Type.String(),
      /** Name of the result. */
      result: Type.String(),
    }),
  ),
  /** Where one asks. */
  contact: Type.Object({
    where: Type.String(),
    hours: Type.String(),
    phone: Nullable(Type.String()),
    complaints: Nullable(Type.String()),
  }),
  printedAt: Moment,
  /** Follows the matter, for whoever holds the sheet: `/receipt#…`. */
  url: Type.String(),
  /** The address as an SVG image. */
  qrSvg: Type.String(),
});
export type Receipt = Static<typeof Receipt>;

export const printReceipt = route({
  method: 'POST',
  path: '/api/affairs/applications/:ref/receipt',
  summary: 'The receipt of an application, to be printed at the window; its code is made anew',
  input: Type.Object({ ref: Ref }),
  reply: Receipt,
});
export const printMyReceipt = route({
  method: 'POST',
  path: '/api/my/affairs/:ref/receipt',
  summary: 'The receipt of my application, to be read or printed; its code is made anew',
  input: Type.Object({ ref: Ref, ...byMandate }),
  reply: Receipt,
});

/** How far it is, and when; nothing about whoever applied. */
export const FollowedAffair = Type.Object({
  ...Type.Pick(AffairPage, [
    ...(['ref', 'itemName', 'itemNameEn', 'receiveName', 'acceptName', 'decideName'] as const),
    ...(['deliverName', 'appliedAt', 'dueAt', 'provisional'] as const),
  ]).properties,
  state: AffairStateName,
  clock: OneOf(affairClocks),
  lateness: OneOf(affairLateness),
  /** Until when what was asked for should be brought; what that is stands on the sheet. */
  askedUntil: Nullable(Moment),
  deliverBy: Nullable(OneOf(deliveries)),
  timeline: Type.Array(Type.Pick(AffairStep, ['at', 'did', 'state', 'organisationName', 'dueAt'])),
});
export type FollowedAffair = Static<typeof FollowedAffair>;

export const followReceipt = route({
  method: 'POST',
  path: '/api/affairs/follow',
  summary: 'How far a matter is, for whoever holds its receipt; no account is needed',
  input: Type.Object({
    token: Type.String({ minLength: 20, maxLength: 40, pattern: '^[\\w-]+$' }),
  }),
  reply: FollowedAffair,
});
