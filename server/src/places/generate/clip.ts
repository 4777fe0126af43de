// SPDX-License-Identifier: Apache-2.0
import { edgesOf, type Region, type Ring, type Spot } from './plane.ts';

/** A stretch of border on the kept side, from where it enters to where it leaves. */
interface Chain {
  readonly spots: Spot[];
  readonly enters: number;
  readonly leaves: number;
}

/**
 * The part of an area that is nearer to `here` than to `there`.
 *
 * A concave area may fall apart. Sutherland–Hodgman would leave its parts joined by edges that run
 * back and forth on the cut; here the cut's crossings are paired in order along it, as a pen would.
 */
export function nearerPart(region: Region, here: Spot, there: Spot): Region {
  const middle: Spot = [(here[0] + there[0]) / 2, (here[1] + there[1]) / 2];
  const away: Spot = [there[0] - here[0], there[1] - here[1]];
  const beyond = ([x, y]: Spot) => (x - middle[0]) * away[0] + (y - middle[1]) * away[1];
  const along = ([x, y]: Spot) => (x - middle[0]) * away[1] - (y - middle[1]) * away[0];
  const whole: Ring[] = [];
  const chains: Chain[] = [];
  for (const ring of region) {
    const depths = ring.map(beyond);
    if (depths.every((depth) => depth <= 0)) whole.push(ring);
    else if (depths.some((depth) => depth <= 0)) chains.push(...chainsOf(ring, depths, along));
  }
  return [...whole, ...joined(chains)];
}

/** Cuts a ring that lies on both sides into its stretches on the kept side, starting where one enters. */
function chainsOf(ring: Ring, depths: readonly number[], along: (spot: Spot) => number): Chain[] {
  const corners = ring.map((spot, index) => ({ spot, depth: depths[index] ?? 0 }));
  const start = [...edgesOf(corners)].findIndex(([from, to]) => from.depth > 0 && to.depth <= 0);
  const turned = [...corners.slice(start), ...corners.slice(0, start)];
  const chains: Chain[] = [];
  let spots: Spot[] = [];
  for (const [from, to] of edgesOf(turned)) {
    if (from.depth > 0 && to.depth <= 0) spots = [crossing(from, to)];
    if (to.depth <= 0) spots.push(to.spot);
    if (from.depth <= 0 && to.depth > 0) {
      spots.push(crossing(from, to));
      chains.push(chainOf(spots, along));
    }
  }
  return chains;
}

function chainOf(spots: Spot[], along: (spot: Spot) => number): Chain {
  return { spots, enters: along(spots[0] ?? [0, 0]), leaves: along(spots.at(-1) ?? [0, 0]) };
}

interface Corner {
  readonly spot: Spot;
  readonly depth: number;
}

function crossing(from: Corner, to: Corner): Spot {
  const share = from.depth / (from.depth - to.depth);
  return [
    from.spot[0] + share * (to.spot[0] - from.spot[0]),
    from.spot[1] + share * (to.spot[1] - from.spot[1]),
  ];
}

/** Joins chains into rings: the inside of the area lies between each odd crossing of the cut and the next. */
function joined(chains: readonly Chain[]): Ring[] {
  const crossings = chains
    .flatMap((chain) => [
      { chain, at: chain.enters, enters: true },
      { chain, at: chain.leaves, enters: false },
    ])
    .sort((a, b) => a.at - b.at);
  const next = new Map<Chain, Chain>();
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const pair = [crossings[index], crossings[index + 1]];
    const entering = pair.find((end) => end?.enters === true);
    const leaving = pair.find((end) => end?.enters === false);
    if (entering !== undefined && leaving !== undefined) next.set(leaving.chain, entering.chain);
  }
  const rings: Ring[] = [];
  const used = new Set<Chain>();
  for (const first of chains) {
    const spots: Spot[] = [];
    for (let chain: Chain | undefined = first; chain && !used.has(chain); chain = next.get(chain)) {
      used.add(chain);
      spots.push(...chain.spots);
    }
    if (spots.length > 2) rings.push(spots);
  }
  return rings;
}

/** The stretches of the straight line through `spot` at `angle` (radians from east) that lie inside. */
export function chordsOf(region: Region, spot: Spot, angle: number): (readonly [Spot, Spot])[] {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const offset = ([x, y]: Spot) => (x - spot[0]) * dy - (y - spot[1]) * dx;
  const along = ([x, y]: Spot) => (x - spot[0]) * dx + (y - spot[1]) * dy;
  const cuts: number[] = [];
  for (const ring of region)
    for (const [from, to] of edgesOf(ring)) {
      const [a, b] = [offset(from), offset(to)];
      if (a > 0 !== b > 0)
        cuts.push(along(crossing({ spot: from, depth: a }, { spot: to, depth: b })));
    }
  cuts.sort((a, b) => a - b);
  const at = (t: number): Spot => [spot[0] + t * dx, spot[1] + t * dy];
  return cuts.flatMap((cut, index) => {
    const end = cuts[index + 1];
    return index % 2 === 0 && end !== undefined ? [[at(cut), at(end)] as const] : [];
  });
}
