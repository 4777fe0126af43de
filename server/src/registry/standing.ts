// SPDX-License-Identifier: Apache-2.0
import type { Standing } from '@lilong/contracts/registry';

/** Where somebody lives and is registered (户籍), by committees; undefined is nowhere in the city. */
export interface Whereabouts {
  readonly livesIn: number | undefined;
  readonly registeredIn: number | undefined;
  /** The 户籍 is outside the city. */
  readonly registeredOutside: boolean;
  readonly abroad: boolean;
  /** The committee of the presence that is asked about. */
  readonly at: number;
}

/** The 人户 state as one committee has it. It follows from the facts and is never typed. */
export function standingOf({
  livesIn,
  registeredIn,
  registeredOutside,
  abroad,
  at,
}: Whereabouts): Standing {
  if (abroad) return 'from_abroad';
  if (registeredOutside) return 'from_outside';
  if (registeredIn === at) return livesIn === at ? 'together' : 'registered_only';
  return 'lives_only';
}
