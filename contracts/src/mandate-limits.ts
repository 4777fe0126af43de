// SPDX-License-Identifier: Apache-2.0
// Alone in its file: a page that only counts loads nothing else.

/** So many matters may one mandate name. */
export const MANDATE_ITEMS = 20;
