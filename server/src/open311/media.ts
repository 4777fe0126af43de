// SPDX-License-Identifier: Apache-2.0
// Pictures of a post: those that came with it, and addresses of others. This program sends no requests
// out, so a picture elsewhere is not fetched; its address is kept as a line for the office.
import { photoLimit } from '@lilong/contracts/files';
import type { Ctx } from '../kernel/ctx.ts';
import { sayServer } from '../kernel/voice.ts';
import type { Fields } from './fields.ts';
import type { Posted } from './serve.ts';

/** The longest description of Open311, in characters. */
export const mostWords = 4000;
const longestLink = 500; // characters

export interface Media {
  readonly photos: readonly number[];
  readonly links: readonly string[];
  /** Files that are no pictures, and addresses that are none. */
  readonly left: number;
}

export function mediaOf({ fields, pictures }: Pick<Posted, 'fields' | 'pictures'>): Media {
  const given = saidLinks(fields);
  const links = given.filter(isAddress).slice(0, photoLimit);
  const left = pictures.left + given.length - links.length;
  return { photos: [...new Set(pictures.kept)], links, left };
}

function saidLinks(fields: Fields): string[] {
  const said = fields.getAll('media_url').map((link) => link.trim());
  return [...new Set(said.filter((link) => link !== ''))];
}

function isAddress(link: string): boolean {
  return link.length <= longestLink && /^https?:$/.test(URL.parse(link)?.protocol ?? '');
}

/** What became of them, for the person who sent them. */
export function mediaNotices(
  { actor: { language } }: Ctx,
  { photos, links, left }: Media,
): string[] {
  const say = (key: Parameters<typeof sayServer>[1], count: number) =>
    count === 0 ? [] : [sayServer(language, key, { count })];
  return [
    ...say('open311.photos-kept', photos.length),
    ...say('open311.links-kept', links.length),
    ...say('open311.media-left', left),
  ];
}
