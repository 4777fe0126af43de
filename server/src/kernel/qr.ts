// SPDX-License-Identifier: Apache-2.0
// Pictures that a phone or a scanner reads: an address of this deployment, or a code.
import { toString as draw } from 'qrcode';
import type { Ctx } from './ctx.ts';

export interface Scannable {
  readonly url: string;
  /** The address as an SVG image. */
  readonly qrSvg: string;
}

/** Longer than this a picture is as coarse as it can be: it has to be read from paper. */
const long = 600;

/** Any text as an SVG image. */
export const qrOf = (text: string): Promise<string> =>
  draw(text, { type: 'svg', errorCorrectionLevel: text.length > long ? 'L' : 'M', margin: 1 });

/** `path` begins with a slash. */
export async function scannable({ config }: Pick<Ctx, 'config'>, path: string): Promise<Scannable> {
  const base = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const url = `${base.replace(/\/$/, '')}${path}`;
  return { url, qrSvg: await qrOf(url) };
}
