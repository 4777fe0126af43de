// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Day, OneOf } from './shapes.ts';

export const guardianRelations = ['parent', 'guardian'] as const;
/**
 * Documents by which a worker sees it: birth certificate, 户口簿, adoption, a court, whoever appoints a guardian
 * (民法典 27 to 31). Which of them prove it of a child and of somebody of age are settings (示例).
 */
export const proofs = ['birth', 'book', 'adoption', 'court', 'appointed'] as const;
export type Proof = (typeof proofs)[number];

export const HeldGuardian = Type.Object({
  guardian: Type.Integer(),
  name: Type.String(),
  relation: OneOf(guardianRelations),
  proof: OneOf(proofs),
  since: Day,
  /** The last day. */
  until: Day,
});
export type HeldGuardian = Static<typeof HeldGuardian>;
