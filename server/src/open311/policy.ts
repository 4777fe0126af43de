// SPDX-License-Identifier: Apache-2.0
import { policy } from '../kernel/policy.ts';

/** Keys are given and ended by operators, with `lilong` on the machine itself. What a key may do stands in its row. */
export const keyPolicy = policy('open311.api_key', {
  give: [(actor) => actor.kind === 'system'],
});
