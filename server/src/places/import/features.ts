// SPDX-License-Identifier: Apache-2.0
// GeoJSON, feature by feature. A city's doors are gigabytes of it, more than one text may hold.
import { Misfit } from './fault.ts';

export interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: unknown;
}

/** Signs of one feature at most: no outline has millions of corners. */
const LONGEST = 64_000_000;

/** Where the reader stands in the text. */
interface Place {
  depth: number;
  inString: boolean;
  escaped: boolean;
  /** Depth at which features stand: 0 when each line is one, 2 inside `"features": […]`. */
  level: 0 | 2;
  text: string;
}

/**
 * The features of a `FeatureCollection`, or features one after another (GeoJSON text sequences).
 *
 * @throws {Misfit} import.no-geojson when it is neither
 */
export async function* featuresIn(chunks: AsyncIterable<string>): AsyncGenerator<Feature> {
  const place: Place = { depth: 0, inString: false, escaped: false, level: 0, text: '' };
  for await (const chunk of chunks) yield* featuresOf(place, chunk);
  if (place.depth !== 0) throw new Misfit('', 'import.no-geojson');
}

function* featuresOf(place: Place, chunk: string): Generator<Feature> {
  let from = 0; // where the part that is kept begins
  for (let index = 0; index < chunk.length; index += 1) {
    const sign = chunk[index] ?? '';
    if (place.inString) {
      stepInString(place, sign);
      continue;
    }
    if (sign === '"') place.inString = true;
    if (sign === '{' || sign === '[') {
      if (place.depth === place.level) from = begin(place, index);
      place.depth += 1;
      if (opensFeatures(place, sign, chunk.slice(from, index))) {
        place.level = 2;
        place.text = '';
        from = index + 1;
      }
    }
    if (sign === '}' || sign === ']') {
      place.depth -= 1;
      if (place.depth === place.level && sign === '}') {
        yield* parsed(place.text + chunk.slice(from, index + 1));
        place.text = '';
        from = index + 1;
      }
      if (place.depth === 0) place.level = 0;
    }
  }
  const kept = place.depth > place.level || (place.level === 0 && place.depth > 0);
  place.text = kept ? place.text + chunk.slice(from) : '';
  if (place.text.length > LONGEST) throw new Misfit('', 'import.no-geojson');
}

function begin(place: Place, index: number): number {
  place.text = '';
  return index;
}

function stepInString(place: Place, sign: string): void {
  if (place.escaped) place.escaped = false;
  else if (sign === '\\') place.escaped = true;
  else if (sign === '"') place.inString = false;
}

/** `{ …, "features": [` at the top: what follows are the features, and what came before is let go. */
function opensFeatures(place: Place, sign: string, part: string): boolean {
  if (sign !== '[' || place.depth !== 2 || place.level !== 0) return false;
  return /"features"\s*:\s*$/.test((place.text + part).slice(-40));
}

function* parsed(text: string): Generator<Feature> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Misfit('', 'import.no-geojson');
  }
  const { type } = value as { type?: unknown };
  if (type === 'Feature') yield value as Feature;
  else if (type !== 'FeatureCollection') throw new Misfit('', 'import.no-geojson');
}
