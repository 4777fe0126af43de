// SPDX-License-Identifier: Apache-2.0
// Alone in its file: pages that only ask whether an application is one of these load nothing else.

/** Items of the catalogue that are verified, noticed and reckoned by assistance. */
export const assistanceItems: readonly string[] = ['S001'];
