// SPDX-License-Identifier: Apache-2.0
export { liveTenDays } from './cases.ts';
export { seedDemo } from './demo.ts';
export { liveMorning } from './hall.ts';
export { seedRules } from './rules.ts';
