// SPDX-License-Identifier: Apache-2.0
// What people do to cases, for other modules that act on somebody's behalf.
export { answer, ask } from './ask.ts';
export { askForDelay, decide } from './delay.ts';
export { handOver } from './handover.ts';
export { saveHotline } from './hotline.ts';
export { joinCase } from './join.ts';
export { merge } from './merge.ts';
export { makeMove } from './move.ts';
export { rate } from './rate.ts';
export { release } from './release.ts';
export { enter, report } from './report.ts';
export { supervise } from './supervise.ts';
export { withdraw } from './withdraw.ts';
