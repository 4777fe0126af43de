// SPDX-License-Identifier: Apache-2.0
// What somebody means who types into the search field.
import { readId, tidyId } from '@lilong/contracts/id-number';
import { tidyPhone } from '@lilong/contracts/phone';

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
  if (/\d/.test(plain) || /[路街弄号室村组宅]$/.test(plain))
    return { by: 'door', door: tidyDoor(q) };
  return { by: 'name', name: plain };
}

/** A door as it is kept: `南京东路 １２３弄 4号 501` → `南京东路123弄4号501`. Leading zeros and fillers go. */
export function tidyDoor(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s,，.。]+/g, '')
    .replace(/(\d)[-—–](\d)/g, '$1号$2'); // 4-501
}
