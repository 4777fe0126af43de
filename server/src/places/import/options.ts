// SPDX-License-Identifier: Apache-2.0
import type { Datum } from '../datum.ts';

/** What the operator says of a file of geometry. */
export interface Options {
  readonly datum: Datum;
  readonly repair: boolean;
  /** First day on which it holds. */
  readonly validFrom: string;
  /** Where it is from, in a few words. */
  readonly source: string;
}
