// SPDX-License-Identifier: Apache-2.0
// What handing in takes from elsewhere, as the consent names it: values of the registry, certificates, earlier papers.
import { createHash } from 'node:crypto';
import { type Takes, takenOf } from '@lilong/contracts/affair-consent';
import type { HeldElement } from '@lilong/contracts/affair-items';
import type { ItemBody } from '@lilong/contracts/item-body';
import { filledFields, filledMaterials } from './fill.ts';
import type { Has } from './has.ts';
import { sayHeld } from './say.ts';
import type { KeptTaken } from './tables.ts';
import type { Told } from './told.ts';

/** All that might be taken, in the order of the form; the same thing may stand there more than once. */
export function takesOf(body: ItemBody, has: Has): Takes[] {
  const fields = filledFields(body, has.values).flatMap(
    ({ element, held, title: name, titleEn: nameEn, when }): Takes[] =>
      element === null || held === null
        ? []
        : [{ what: 'value', key: element, name, nameEn, source: held.source, ref: null, when }],
  );
  return [...fields, ...ofMaterials(body, has), ...ofRule(body, has)];
}

function ofMaterials(body: ItemBody, has: Has): Takes[] {
  return filledMaterials(body, has).flatMap(
    ({ key, name, nameEn, held, earlier, when }, at): Takes[] => {
      const of = { name, nameEn, when };
      if (held?.from === 'registry') {
        const element = body.materials[at]?.element ?? key;
        return [{ ...of, what: 'value', key: element, source: held.source, ref: null }];
      }
      if (held !== null) {
        const { says, source, ref } = held;
        return [{ ...of, what: 'certificate', key, name: says, nameEn: null, source, ref }];
      }
      if (earlier === null) return [];
      const { itemName: source, ref } = earlier;
      return [{ ...of, what: 'earlier', key, source, ref }];
    },
  );
}

/** What a rule looks at, to grant at once. */
function ofRule({ rule = [] }: ItemBody, { values }: Has): Takes[] {
  return rule.flatMap(({ element }): Takes[] => {
    const value = element === undefined ? undefined : values.get(element);
    if (element === undefined || value === undefined) return [];
    const said = { name: sayHeld('zh', element), nameEn: sayHeld('en', element) };
    return [{ ...said, what: 'value', key: element, source: value.source, ref: null, when: null }];
  });
}

/** What is really taken, each with its hash: of a value with salt, so that nobody can guess it. */
export function keptTakes(body: ItemBody, has: Has, told: Told, salt: string): KeptTaken[] {
  const reused = told.materials.filter(({ how }) => how === 'earlier').map(({ key }) => key);
  return takenOf(takesOf(body, has), told.questions, reused).map((one) => ({
    ...one,
    hash: hashOf(one.what, one.key, has, salt),
  }));
}

function hashOf(what: KeptTaken['what'], key: string, has: Has, salt: string): string {
  if (what === 'certificate') return has.certificates.get(key)?.hash ?? '';
  if (what === 'earlier') return has.earlier.get(key)?.hash ?? '';
  const value = has.values.get(key as HeldElement)?.value ?? ''; // takesOf names elements
  return createHash('sha256').update(`${salt} ${key} ${value}`).digest('hex');
}
