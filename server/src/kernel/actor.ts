// SPDX-License-Identifier: Apache-2.0
import type { Language, Role } from '@lilong/contracts/identity';
import type { PlaceRange } from '@lilong/contracts/place-no';

/** The one post that a session acts as. */
export interface ActingPost {
  readonly no: number;
  readonly role: Role;
  readonly organisation: number;
  readonly places: readonly number[];
  readonly ranges: readonly PlaceRange[];
}

/** Who asks. `public` is somebody without an account, `system` the program itself. */
export interface Actor {
  readonly kind: 'public' | 'resident' | 'staff' | 'system';
  readonly account: number | null;
  readonly level: 1 | 2;
  readonly post: ActingPost | null;
  readonly language: Language;
  /** Where the request came from; used for limits only, never stored with what was said. */
  readonly address: string;
  /** What the header `x-csrf` must say on writes; null when no cookie was used. */
  readonly csrf: string | null;
}

export const systemActor: Actor = {
  kind: 'system',
  account: null,
  level: 1,
  post: null,
  language: 'zh',
  address: 'system',
  csrf: null,
};

/** Somebody who has not signed in. */
export function publicActor(language: Language, address: string): Actor {
  return { ...systemActor, kind: 'public', language, address };
}
