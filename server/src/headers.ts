// SPDX-License-Identifier: Apache-2.0
/**
 * Headers of every reply. Nothing comes from outside, but for pictures of the base map that this deployment chose.
 *
 * @param mapTiles the setting MAP_TILES; on the program's own origin it changes nothing
 */
export function safeHeaders(mapTiles: string | undefined): Record<string, string> {
  const tiles = mapTiles === undefined ? undefined : URL.parse(mapTiles)?.origin;
  return {
    'content-security-policy': [
      "default-src 'self'",
      `img-src 'self' data: blob:${tiles === undefined ? '' : ` ${tiles}`}`,
      "media-src 'self' blob:",
      "style-src 'self' 'unsafe-inline'",
      "worker-src 'self' blob:",
      "connect-src 'self'",
      "frame-ancestors 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "object-src 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(self), geolocation=(self)',
  };
}
