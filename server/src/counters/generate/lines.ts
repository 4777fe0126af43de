// SPDX-License-Identifier: Apache-2.0
// Who waits in the other halls of the demonstration: invented, and the same for the same hall. 示例.

export interface DraftTicket {
  readonly centre: number;
  readonly letter: string;
  readonly service: string;
  /** Minutes ago. */
  readonly ago: number;
}
export interface DraftLine {
  readonly centre: number;
  /** The first so many windows are open. */
  readonly open: number;
  readonly tickets: readonly DraftTicket[];
}

const classes = [
  { letter: 'A', service: 'general' },
  { letter: 'B', service: 'insurance' },
  { letter: 'C', service: 'residence' },
  { letter: 'F', service: 'other' },
] as const;
const mostInLine = 14;
const minutesBetween = 3;

export function draftLine(centre: number): DraftLine {
  const chance = (centre * 7919) % 9973;
  const open = 2 + (chance % 3);
  const count = Math.round(mostInLine * ((chance % 101) / 100) ** 2);
  const tickets = Array.from({ length: count }, (_, index): DraftTicket => {
    const one = classes[(chance + index * index) % classes.length] ?? classes[0];
    return { centre, ...one, ago: (count - index) * minutesBetween };
  });
  return { centre, open, tickets };
}

/** Who comes to a hall in its next turn, of a few minutes: two, one or nobody, and nobody where the line is long. */
export function comers(centre: number, turn: number, waiting: number): DraftTicket[] {
  const chance = ((centre + 1) * 7919 + turn * 104_729) % 9973;
  const count = waiting >= mostInLine ? 0 : chance % 3;
  return Array.from({ length: count }, (_, index): DraftTicket => {
    const one = classes[(chance + index) % classes.length] ?? classes[0];
    return { centre, ...one, ago: count - 1 - index };
  });
}
