// SPDX-License-Identifier: Apache-2.0
import { Delaunay } from 'd3-delaunay';
import { nearerPart } from './clip.ts';
import { boxOf, contains, distance, meanOf, type Region, type Spot } from './plane.ts';
import type { Random } from './random.ts';

/** One piece of an area that was cut up among sites: all that is nearest to its site. */
export interface Cell {
  readonly region: Region;
  /** A spot inside, near the middle: where a label goes. */
  readonly centre: Spot;
  /** Spots spread evenly inside; at least one. */
  readonly spots: readonly Spot[];
}

export interface Evening {
  readonly rounds: number;
  /** How far a site moves to the middle of its cell in each round, 0 to 1. */
  readonly pull: number;
}

const SPOTS_PER_CELL = 32;

/** Cuts an area into one cell for each site. Uneven sites are first evened out (Lloyd). */
export function cellsOf(
  region: Region,
  sites: readonly Spot[],
  evening: Evening,
  random: Random,
): Cell[] {
  const spots = spread(region, sites.length * SPOTS_PER_CELL, random);
  let placed = sites.map((site) => (contains(region, site) ? site : nearestOf(spots, site)));
  for (let round = 0; round < evening.rounds; round++) {
    const shares = sharesOf(placed, spots);
    placed = placed.map((site, index) => moved(site, shares[index] ?? [], evening.pull));
  }
  const shares = sharesOf(placed, spots);
  const delaunay = netOf(placed);
  return placed.map((site, index) => {
    let cell = region;
    for (const other of delaunay.neighbors(index)) {
      const there = placed[other];
      if (there !== undefined) cell = nearerPart(cell, site, there);
    }
    const own = withSome(shares[index], site);
    return { region: cell, centre: nearestOf(own, meanOf(own)), spots: own };
  });
}

/** Spots spread evenly inside an area, the first few as evenly as all (the R2 sequence). */
export function spread(region: Region, count: number, random: Random): Spot[] {
  const { min, max } = boxOf(region);
  const [width, height] = [max[0] - min[0], max[1] - min[1]];
  let [u, v] = [random(), random()];
  const spots: Spot[] = [];
  while (spots.length < count) {
    u = (u + 0.7548776662466927) % 1;
    v = (v + 0.5698402909980532) % 1;
    const spot: Spot = [min[0] + u * width, min[1] + v * height];
    if (contains(region, spot)) spots.push(spot);
  }
  return spots;
}

/** Which spots are nearest to each site. */
function sharesOf(sites: readonly Spot[], spots: readonly Spot[]): Spot[][] {
  const delaunay = netOf(sites);
  const shares = sites.map((): Spot[] => []);
  let near = 0;
  for (const spot of spots) {
    near = delaunay.find(spot[0], spot[1], near);
    shares[near]?.push(spot);
  }
  return shares;
}

/** A site so crowded that no spot fell to it has itself. */
function withSome(share: readonly Spot[] | undefined, site: Spot): readonly Spot[] {
  return share === undefined || share.length === 0 ? [site] : share;
}

function netOf(sites: readonly Spot[]): Delaunay<Spot> {
  return Delaunay.from(
    sites,
    ([x]) => x,
    ([, y]) => y,
  );
}

/** Moves a site towards the middle of its share, and onto one of its spots: the middle may lie outside. */
function moved(site: Spot, share: readonly Spot[], pull: number): Spot {
  if (share.length === 0) return site;
  const [x, y] = meanOf(share);
  return nearestOf(share, [site[0] + pull * (x - site[0]), site[1] + pull * (y - site[1])]);
}

/** The spot of a non-empty list that is nearest to `to`; `to` itself of an empty one. */
function nearestOf(spots: readonly Spot[], to: Spot): Spot {
  let best: Spot | undefined;
  for (const spot of spots)
    if (best === undefined || distance(spot, to) < distance(best, to)) best = spot;
  return best ?? to;
}
