// SPDX-License-Identifier: Apache-2.0

/** How a certificate stands; words `certificatestate.<name>`. */
export const certificateStates = ['valid', 'expired', 'revoked'] as const;
