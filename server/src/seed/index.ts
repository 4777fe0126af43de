// SPDX-License-Identifier: Apache-2.0
export { liveApplications } from '../affairs/index.ts';
export { liveAssistance } from '../assistance/index.ts';
export { liveRatings } from '../ratings/index.ts';
export { liveSettlement } from '../settlement/index.ts';
export { liveTenDays } from './cases.ts';
export { seedDemo } from './demo.ts';
export { liveMorning } from './hall.ts';
export { liveOffers } from './offers.ts';
export { seedRules } from './rules.ts';
