// SPDX-License-Identifier: Apache-2.0
import { hasRole, policy, type Rule } from '../kernel/policy.ts';

/** `lilong` on the machine itself. */
const isOperator: Rule = (actor) => actor.kind === 'system';

/** Keys are given and ended by operators and system administrators. What a key may do stands in its row. */
export const keyPolicy = policy('open311.api_key', {
  give: [isOperator, hasRole('system_admin')],
});
