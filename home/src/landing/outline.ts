// SPDX-License-Identifier: Apache-2.0
// Where the name of an area may stand on its outline. Pure arithmetic on drawn paths.
import type { AreaMap } from '@lilong/contracts/places';

export type AreaShape = AreaMap['shapes'][number];
type Spot = readonly [x: number, y: number];
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
/** The roomiest place of an outline, and how wide it is there. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const STEPS = 16;

/** The rings of an outline of straight lines (`M`, `L`, `Z` with absolute numbers). */
export function ringsOf(path: string): Spot[][] {
  return path
    .split('M')
    .slice(1)
    .map((ring) => {
      const numbers = ring.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
      return numbers.flatMap((x, index) =>
        index % 2 === 0 ? [[x, numbers[index + 1] ?? 0] as const] : [],
      );
    });
}

export function boxOf(spots: readonly Spot[]): Box {
  const xs = spots.map(([x]) => x);
  const ys = spots.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

export function boxAround(boxes: readonly Box[]): Box {
  return boxOf(
    boxes.flatMap(({ left, top, right, bottom }): Spot[] => [
      [left, top],
      [right, bottom],
    ]),
  );
}

/** Where a name fits best: on the widest line through the largest ring that has room above and below. */
export function roomOf(path: string): Room {
  return roomsOf(path)[0] ?? { x: 0, y: 0, width: 0 };
}

/** Places for a name on the largest ring, the roomiest first. */
export function roomsOf(path: string): Room[] {
  const rings = ringsOf(path);
  const ring = rings.reduce(
    (best, one) => (sizeOf(one) > sizeOf(best) ? one : best),
    rings[0] ?? [],
  );
  const { top, bottom } = boxOf(ring);
  const step = (bottom - top) / STEPS;
  const rooms = Array.from({ length: STEPS - 1 }, (_, index) =>
    roomAt(ring, top + step * (index + 1), step),
  );
  return rooms.sort((a, b) => b.width - a.width);
}

/** A name has a height: what counts is the room above and below its line as well. */
function roomAt(ring: readonly Spot[], y: number, step: number): Room {
  const lines = [y - step * 0.9, y, y + step * 0.9].map((height) => widestStretch(ring, height));
  const from = Math.max(...lines.map(([left]) => left));
  const to = Math.min(...lines.map(([, right]) => right));
  return { x: (from + to) / 2, y, width: to - from };
}

/**
 * One place for each name, so that names of neighbours do not touch.
 *
 * @param choices for each name its places, the roomiest first
 * @param width of a name, with its margin
 */
export function apart(
  choices: readonly (readonly Room[])[],
  width: number,
  height: number,
): Room[] {
  const taken: Room[] = [];
  for (const rooms of choices) {
    const wide = rooms.filter((room) => room.width > (rooms[0]?.width ?? 0) / 2);
    const free = wide.find(
      (room) =>
        !taken.some((one) => Math.abs(one.x - room.x) < width && Math.abs(one.y - room.y) < height),
    );
    taken.push(free ?? rooms[0] ?? { x: 0, y: 0, width: 0 });
  }
  return taken;
}

/** The longest piece of the line at height `y` that lies inside the ring. */
function widestStretch(ring: readonly Spot[], y: number): Spot {
  const crossings = ring
    .flatMap(([x1, y1], index) => {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
      return y1 > y === y2 > y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
    })
    .sort((a, b) => a - b);
  const pieces = crossings.flatMap((from, index): Spot[] =>
    index % 2 === 0 ? [[from, crossings[index + 1] ?? from]] : [],
  );
  return pieces.reduce((best, piece) => (piece[1] - piece[0] > best[1] - best[0] ? piece : best), [
    0, 0,
  ] as Spot);
}

function sizeOf(ring: readonly Spot[]): number {
  const { left, top, right, bottom } = boxOf(ring);
  return (right - left) * (bottom - top);
}

/** Depth of the colour, 0 to 4: a share of the largest figure on the map, 0 only for nothing at all. */
export function shadeOf(value: number, largest: number): number {
  if (value <= 0 || largest <= 0) return 0;
  return Math.min(4, Math.ceil((value / largest) * 4));
}
