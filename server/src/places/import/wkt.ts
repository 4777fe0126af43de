// SPDX-License-Identifier: Apache-2.0
import { Misfit } from './fault.ts';

const types: Readonly<Record<string, string>> = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
};

/**
 * Well-known text as GeoJSON: `POLYGON ((121.4 31.2, …))`.
 *
 * @throws {Misfit} import.no-wkt
 */
export function geometryOfWkt(text: string): unknown {
  const [, name = '', body = ''] =
    /^\s*(?:SRID=\d+;)?\s*([A-Z]+)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*$/is.exec(text) ?? [];
  const type = types[name.toUpperCase()];
  if (type === undefined || /[^\s\d.,()eE+-]/.test(body)) throw new Misfit('wkt', 'import.no-wkt');
  const nested = body
    .replace(/[^(),]+/g, (position) => {
      const numbers = position.trim().split(/\s+/).filter(Boolean);
      return numbers.length === 0 ? '' : `[${numbers.map(Number).join(',')}]`;
    })
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  try {
    const coordinates: unknown = JSON.parse(nested);
    return { type, coordinates: type === 'Point' ? (coordinates as unknown[])[0] : coordinates };
  } catch {
    throw new Misfit('wkt', 'import.no-wkt');
  }
}
