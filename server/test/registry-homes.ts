// SPDX-License-Identifier: Apache-2.0
// Homes for stories about people. The program's own ways to make them come with addresses.

import { streetOf } from '@lilong/contracts/place-no';
import { formatRef } from '@lilong/contracts/refs';
import type { City } from './city.ts';

/** A home at a committee; returns its reference. */
export async function aHome(city: City, place: number, door: string): Promise<string> {
  const street = streetOf(place);
  const rows = await city.asOwner(`
    select set_config('lilong.ranges', '{[${place},${place + 999}]}', true);
    insert into registry.home (street, place, door) values (${street}, ${place}, '${door}') returning no;`);
  const no = Number(rows.find((row) => row.no !== undefined)?.no);
  return formatRef('F', { street, no });
}
