// SPDX-License-Identifier: Apache-2.0
// 人户 states: computed, never typed. Words: docs/domain/registry.md.
import { type Standing, standings } from '@lilong/contracts/registry';

/** What is known of where somebody belongs now. Committees are places of that level. */
export interface Whereabouts {
  /** The committee where they live. */
  readonly livesIn: number | undefined;
  /** The committee of the city where they are registered (户籍). */
  readonly registeredIn: number | undefined;
  /** Their 户籍 is outside the city. */
  readonly registeredOutside: boolean;
  /** 境外人员. */
  readonly abroad: boolean;
}

/**
 * The state of somebody at a committee where they have a presence. Whoever only works or owns there has the state
 * that they have at home.
 */
export function standingOf(at: number, where: Whereabouts): Standing {
  const { livesIn, registeredIn } = where;
  if (where.abroad) return 'from_abroad';
  if (where.registeredOutside) return 'from_outside';
  const here = livesIn === at || registeredIn === at ? at : (livesIn ?? registeredIn);
  if (livesIn !== here) return 'registered_only';
  return registeredIn === here && here !== undefined ? 'together' : 'lives_only';
}

/** As it is kept in `registry.presence.standing`: 1 together … 5 from_abroad. */
export const standingCode = (standing: Standing): number => standings.indexOf(standing) + 1;
