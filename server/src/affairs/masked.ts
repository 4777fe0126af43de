// SPDX-License-Identifier: Apache-2.0
// A form is filled for a helper as for its person, and tells the helper nothing that they need not know.
import type { HeldElement } from '@lilong/contracts/affair-items';
import type { AffairLine } from '@lilong/contracts/affairs';
import { maskName } from '@lilong/contracts/mask';
import type { HeldPerson, HeldValue } from '../registry/index.ts';
import type { Has } from './has.ts';
import { lineOfRow } from './lines.ts';
import type { ApplicationFound } from './queries.ts';

/** Numbers are masked for everybody. */
const masks: Partial<Record<HeldElement, (says: string) => string>> = {
  'person.name': maskName,
  'person.born_on': (says) => says.replace(/-\d\d/g, '-**'),
  'person.door': (says) => says.replace(/\d/g, '*'),
  'person.labels': () => '***',
};

/** Of whom it is asked, and by whom; none: an office, or nobody but the person. */
type Reader = { readonly mandate?: HeldPerson['mandate'] | undefined } | undefined;

/** What the city has as whoever looks may read it; what is kept of it stays whole. */
export const shownHas = (reader: Reader, has: Has): Has =>
  reader?.mandate === undefined ? has : { ...has, values: maskedValues(has.values) };

const maskedValues = (values: HeldPerson['values']): HeldPerson['values'] =>
  new Map(
    [...values].map(([element, value]): [HeldElement, HeldValue] => [
      element,
      { ...value, says: masks[element]?.(value.says) ?? value.says },
    ]),
  );

/** A line of an application; a helper knows whose it is, and need not read the name on it. */
export function lineFor(row: ApplicationFound, now: Date, reader: Reader): AffairLine {
  const line = lineOfRow(row, now);
  return reader?.mandate === undefined ? line : { ...line, name: maskName(line.name) };
}
