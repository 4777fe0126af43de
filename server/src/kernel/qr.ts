// SPDX-License-Identifier: Apache-2.0
// An address of this deployment, as a picture that a phone reads.
import { toString as draw } from 'qrcode';
import type { Ctx } from './ctx.ts';

export interface Scannable {
  readonly url: string;
  /** The address as an SVG image. */
  readonly qrSvg: string;
}

/** `path` begins with a slash. */
export async function scannable({ config }: Pick<Ctx, 'config'>, path: string): Promise<Scannable> {
  const base = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const url = `${base.replace(/\/$/, '')}${path}`;
  return { url, qrSvg: await draw(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }) };
}
