// SPDX-License-Identifier: Apache-2.0
// Halls of the demonstration: hours, equipment and windows, invented and always the same. 示例.
import type { equipments, spokenLanguages } from '@lilong/contracts/counters';
import type { Hours } from '@lilong/contracts/opening-hours';

/** An organisation that is a 受理服务中心 or a sub-centre, as places has it. */
export interface ListedCentre {
  readonly organisation: number;
  readonly place: number;
  readonly name: string;
}
export interface DraftCentre {
  readonly organisation: number;
  readonly kind: 'centre' | 'sub_centre';
  readonly name: string;
  readonly hours: Hours;
  readonly spoken: readonly (typeof spokenLanguages)[number][];
  readonly equipment: readonly (typeof equipments)[number][];
  readonly source: string;
  readonly windows: readonly { readonly ordinal: number; readonly services: readonly string[] }[];
}

/** Published in 2018: no noon break, open every day of the year (docs/sources.md). */
const published: Hours = { working: [['08:30', '16:30']], rest: [['08:30', '11:30']] };
/** Smaller ones: shut at noon, at weekends and on holidays. */
const small: Hours = {
  working: [
    ['08:30', '11:30'],
    ['13:00', '16:30'],
  ],
  rest: [],
};
/** The hall behind the door of the demonstration is never shut, so that it can be tried at any hour. */
const always: Hours = { working: [['00:00', '24:00']], rest: [['00:00', '24:00']] };

const common = ['general', 'insurance', 'residence', 'other'];
const skills: readonly (readonly string[])[] = [
  common,
  common,
  common,
  ['insurance', 'general'],
  ['residence', 'general'],
  ['assistance', 'general'],
  ['veterans', 'other', 'general'],
  common,
];

export function draftCentre(
  { organisation, place, name }: ListedCentre,
  home: number,
): DraftCentre {
  const isSub = name.includes('分中心');
  const isHome = place === home && !isSub;
  const at = Math.floor(place / 1e6) + (isSub ? 1 : 0);
  const has = (every: number): boolean => at % every === 0 || isHome;
  return {
    organisation,
    kind: isSub ? 'sub_centre' : 'centre',
    name: name.replace('（示例）', ''),
    hours: hoursOf(isHome, isSub),
    spoken: [
      'mandarin',
      'shanghainese',
      ...(has(4) ? (['english'] as const) : []),
      ...(has(5) ? (['sign'] as const) : []),
    ],
    equipment: [
      'kiosk',
      'wheelchair',
      ...(isSub ? [] : (['self_service'] as const)),
      ...(has(3) ? (['hearing_loop'] as const) : []),
      ...(has(2) ? (['nursing_room'] as const) : []),
      ...(has(7) ? (['parking'] as const) : []),
    ],
    source: isHome
      ? '示例（里弄自拟，2026-11）；为演示全天开放'
      : '示例（里弄自拟，2026-11）；时间参照 2018 年公布的全市通办时间',
    windows: windowsOf(isSub),
  };
}

/** A sub-centre has four; there the last does what is rare. */
function windowsOf(isSub: boolean): DraftCentre['windows'] {
  const chosen = isSub ? [common, common, common, [...common, 'assistance', 'veterans']] : skills;
  return chosen.map((services, index) => ({ ordinal: index + 1, services }));
}

function hoursOf(isHome: boolean, isSub: boolean): Hours {
  if (isHome) return always;
  return isSub ? small : published;
}
