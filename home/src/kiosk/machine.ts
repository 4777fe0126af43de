// SPDX-License-Identifier: Apache-2.0
// What one machine knows of itself: its paper, and the numbers it gave while there was no connection. Nothing of anybody.
import type { CentreCard, Priority } from '@lilong/contracts/counters';
import { dayOf } from '@lilong/ui/moment.ts';
import { keep, readKept } from '@lilong/ui/session.ts';

const MACHINE = 'lilong.kiosk';
const SLIPS = 'lilong.kiosk.slips';
const HALL = 'lilong.kiosk.hall';

/** Width of the paper in millimetres. */
export type Paper = 'none' | '58' | '80';
export const papers: readonly Paper[] = ['none', '58', '80'];

export interface Machine {
  readonly paper: Paper;
  /** A browser cannot know: the staff say so, and that it is there again. */
  readonly out: boolean;
  /** Of those in the hall; 1 to 9. */
  readonly which: number;
  /** Four digits. They keep curious fingers away, no more: whoever may open the browser's tools reads them. */
  readonly pin: string | null;
}
const fresh: Machine = { paper: 'none', out: false, which: 1, pin: null };

export function readMachine(): Machine {
  const kept = readKept(MACHINE);
  return kept === null || kept === '' ? fresh : { ...fresh, ...(JSON.parse(kept) as Machine) }; // written below alone
}
export const keepMachine = (machine: Machine): void => keep(MACHINE, JSON.stringify(machine));

/** A number that the machine gave by itself; it is entered by hand as a paper slip, and stands in line by its time. */
export interface Provisional {
  /** `K1007`: the seventh of machine 1, with a letter that no class of the hall has. The manager types it in so. */
  readonly number: string;
  readonly services: readonly string[];
  readonly priority: Priority | null;
  /** Moment. */
  readonly takenAt: string;
}
interface Given {
  readonly day: string;
  readonly last: number;
  readonly slips: readonly Provisional[];
}

/** Gives the next one. After midnight they begin anew, and those of the day before are gone. */
export function giveProvisional(
  { which }: Machine,
  letter: string,
  wanted: Pick<Provisional, 'services' | 'priority'>,
  at: Date,
): Provisional {
  const { day, last, slips } = givenOn(dayOf(at));
  const number = `${letter}${which}${String(last + 1).padStart(3, '0')}`;
  const slip = { number, ...wanted, takenAt: at.toISOString() };
  keepGiven({ day, last: last + 1, slips: [...slips, slip] });
  return slip;
}

/** The letter of slips on paper, or another one where a class has it. */
export const freeLetter = ({ services }: Pick<CentreCard, 'services'>): string =>
  [...'KXYZWVUTSRQ'].find((one) => services.every(({ letter }) => letter !== one)) ?? 'K';

export const provisionals = (at: Date): readonly Provisional[] => givenOn(dayOf(at)).slips;

/** They were entered; the count goes on. */
export function clearProvisionals(at: Date): void {
  keepGiven({ ...givenOn(dayOf(at)), slips: [] });
}

function givenOn(day: string): Given {
  const kept = readKept(SLIPS);
  const given = kept === null || kept === '' ? undefined : (JSON.parse(kept) as Given); // written below alone
  return given?.day === day ? given : { day, last: 0, slips: [] };
}
const keepGiven = (given: Given): void => keep(SLIPS, JSON.stringify(given));

/** What the hall does, for a machine that is switched on without a connection. */
export function keptHall(centre: number): CentreCard | undefined {
  const kept = readKept(HALL);
  const hall = kept === null || kept === '' ? undefined : (JSON.parse(kept) as CentreCard); // written below alone
  return hall?.centre === centre ? hall : undefined;
}
export const keepHallCard = (hall: CentreCard): void => keep(HALL, JSON.stringify(hall));
