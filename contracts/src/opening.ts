// SPDX-License-Identifier: Apache-2.0
// Shapes of opening hours; what they mean stands in opening-hours.ts.
import { Type } from 'typebox';
import { Day, Words } from './shapes.ts';

/** Spans of a day by the clock of the hall: `[['08:30', '16:30']]`; none when it is shut all day. */
export const Spans = Type.Array(Type.Tuple([Type.String(), Type.String()]), { maxItems: 4 });
/** Monday first. `worked`: a weekend day that is worked (调休). */
export const Week = Type.Object({
  days: Type.Array(Spans, { minItems: 7, maxItems: 7 }),
  worked: Spans,
  holiday: Spans,
});
export const OtherDays = Type.Object({ from: Day, to: Day, spans: Spans, why: Words(100) });
/** It shuts at `at` today, earlier than it would; `why` is what people are told. */
export const Closing = Type.Object({ at: Type.String(), why: Type.String() });
