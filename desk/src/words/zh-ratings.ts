// SPDX-License-Identifier: Apache-2.0
// 好差评 as units and those above them read it.
export const ratingsZh = {
  'rail.ratings': '评价',
  'ratingof.visit': '窗口办事',
  'ratingof.matter': '事项',
} as const;
