// SPDX-License-Identifier: Apache-2.0
export { seedDemo } from './demo.ts';
export { liveMorning } from './hall.ts';
export { liveBefore } from './lived.ts';
export { seedRules } from './rules.ts';
