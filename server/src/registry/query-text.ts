// SPDX-License-Identifier: Apache-2.0
// What somebody means who types into the search field.
import { readId, tidyId } from '@lilong/contracts/id-number';
import { tidyPhone } from '@lilong/contracts/phone';
import { tidyDoor } from './query-door.ts';

export type Asked =
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'phone'; readonly phone: string }
  | { readonly by: 'phone_end'; readonly end: string }
  | { readonly by: 'pinyin'; readonly letters: string }
  | { readonly by: 'door'; readonly door: string }
  | { readonly by: 'name'; readonly name: string };

/** A whole identity number, a whole phone or its last four, a door, pinyin, else a name. */
export function readQuery(q: string): Asked {
  const plain = q.normalize('NFKC').replace(/\s+/g, '');
  const id = tidyId(q);
  if (readId(id) !== undefined) return { by: 'id', id };
  const phone = tidyPhone(plain);
  if (phone !== undefined) return { by: 'phone', phone };
  if (/^\d{4}$/.test(plain)) return { by: 'phone_end', end: plain };
  if (/^[a-z]+$/i.test(plain)) return { by: 'pinyin', letters: plain.toLowerCase() };
  if (/\d|[号弄]/.test(plain) || /[路街室村组宅]$/.test(plain))
    return { by: 'door', door: tidyDoor(q) };
  return { by: 'name', name: plain };
}
