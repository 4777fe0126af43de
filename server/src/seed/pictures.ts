// SPDX-License-Identifier: Apache-2.0
// Drawings in place of photographs: data/demo-photos.
import { readdirSync, readFileSync } from 'node:fs';
import { jpegFrom, type Picture } from '../kernel/pictures.ts';

/** As reported, or after the work. */
const moments = ['before', 'after'] as const;
export interface Shown {
  readonly drawing: string;
  readonly moment: (typeof moments)[number];
}

const folder = new URL('../../../data/demo-photos/', import.meta.url);

export const pictureKey = ({ drawing, moment }: Shown): string => `${drawing} ${moment}`;

/** Every drawing at both moments. It takes a second of another core: begin it early, and wait late. */
export async function drawAll(): Promise<ReadonlyMap<string, Picture>> {
  const drawings = readdirSync(folder).flatMap((name) =>
    name.endsWith('.svg') ? [name.slice(0, -4)] : [],
  );
  const all = drawings.flatMap((drawing) => moments.map((moment) => ({ drawing, moment })));
  const drawn = all.map(async (shown) => [pictureKey(shown), await draw(shown)] as const);
  return new Map(await Promise.all(drawn));
}

function draw({ drawing, moment }: Shown): Promise<Picture> {
  const svg = readFileSync(new URL(`${drawing}.svg`, folder), 'utf8');
  if (moment === 'before') return jpegFrom(Buffer.from(svg));
  const later = svg
    .replace('<g id="before">', '<g id="before" display="none">')
    .replace('<g id="after" display="none">', '<g id="after">');
  return jpegFrom(Buffer.from(later));
}
