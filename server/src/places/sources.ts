// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { type PlaceLevel, placeNoOfCode } from '@lilong/contracts/place-no';
import { parse } from 'csv-parse/sync';
import type { LonLat, MultiPolygon } from './generate/plane.ts';

/** A place of the national code list. */
export interface ListedPlace {
  readonly no: number;
  readonly code: string;
  readonly name: string;
  readonly level: PlaceLevel;
  readonly parent: number | null;
}

export interface DistrictOutline {
  readonly no: number;
  readonly name: string;
  /** Where its name goes; one district says nothing. */
  readonly centre: LonLat | undefined;
  readonly shape: MultiPolygon;
}

/** What the demonstration city is made from. */
export interface Sources {
  readonly places: readonly ListedPlace[];
  readonly outlines: readonly DistrictOutline[];
  /** Roughly where each street lies, by its place number. */
  readonly streetPoints: ReadonlyMap<number, LonLat>;
  /** Category keys, `event-01-10`. */
  readonly categories: readonly Category[];
}

export interface Category {
  readonly key: string;
  readonly name: string;
}

interface OutlineFile {
  readonly features: readonly {
    readonly properties: { readonly code: string; readonly name: string; readonly centre?: LonLat };
    readonly geometry: { readonly coordinates: MultiPolygon };
  }[];
}

/** Reads the files that the demonstration city is made from. */
export function readSources(): Sources {
  const outlines = JSON.parse(textOf('shanghai-districts.geojson')) as OutlineFile; // our own file
  return {
    places: rowsOf('shanghai-places.csv').map(listedPlace),
    outlines: outlines.features.map(({ properties, geometry }) => ({
      no: placeNoOfCode(properties.code),
      name: properties.name,
      centre: properties.centre,
      shape: geometry.coordinates,
    })),
    streetPoints: new Map(
      rowsOf('shanghai-street-points.csv').map(({ code = '', lon, lat }) => [
        placeNoOfCode(code),
        [Number(lon), Number(lat)],
      ]),
    ),
    categories: rowsOf('case-categories.csv').map((row) => ({
      key: `${row.kind}-${row.major_code}-${row.minor_code}`,
      name: row.minor_name ?? '',
    })),
  };
}

type Row = Readonly<Record<string, string>>;

function listedPlace({ code = '', name = '', level, parent = '' }: Row): ListedPlace {
  return {
    no: placeNoOfCode(code),
    code,
    name,
    level: level as PlaceLevel, // the file's own words; the database checks them again
    parent: parent === '' ? null : placeNoOfCode(parent),
  };
}

function rowsOf(file: string): Row[] {
  return parse(textOf(file), { columns: true, bom: true, skip_empty_lines: true });
}

function textOf(file: string): string {
  return readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8');
}
