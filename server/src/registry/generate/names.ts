// SPDX-License-Identifier: Apache-2.0
import { personPinyin } from '../person-pinyin.ts';
import type { Random } from './chance.ts';
import type { SexDrawn } from './drafts.ts';
import { allSigns, foreignName, givenName } from './given-names.ts';
import { allSurnames, surnameOfCity, surnameOfCountry } from './surnames.ts';

export interface Named {
  readonly name: string;
  readonly pinyin: string;
}

/** Names of one household: who is of one line has one surname, and no two of it the same name. */
export function namesIn(
  origin: 'city' | 'outside' | 'abroad',
  random: Random,
): (line: number, sex: SexDrawn, bornOn: string) => Named {
  const lines = new Map<number, string>();
  const taken = new Set<string>();
  const draw = origin === 'city' ? surnameOfCity : surnameOfCountry;
  const surname = (line: number): string => {
    const known = lines.get(line);
    if (known !== undefined) return known;
    const drawn = draw(random);
    lines.set(line, drawn);
    return drawn;
  };
  const once = (line: number, sex: SexDrawn, bornOn: string): Named => {
    if (origin === 'abroad') {
      const name = foreignName(sex, random);
      return { name, pinyin: name.toLowerCase().replaceAll('-', '') };
    }
    const given = givenName(Number(bornOn.slice(0, 4)), sex, random);
    const family = surname(line);
    return { name: family + given, pinyin: `${surnameReading(family)} ${givenReading(given)}` };
  };
  return (line, sex, bornOn) => {
    let named = once(line, sex, bornOn);
    for (let tries = 0; taken.has(named.name) && tries < 5; tries += 1)
      named = once(line, sex, bornOn);
    taken.add(named.name);
    return named;
  };
}

let surnames: ReadonlyMap<string, string> | undefined;
let signs: ReadonlyMap<string, string> | undefined;

/** Read once: a dictionary for each of twenty million names would take half an hour. */
function surnameReading(surname: string): string {
  surnames ??= new Map(
    allSurnames.map((one) => [one, personPinyin(`${one}一`).replace(/ yi$/, '')]),
  );
  return surnames.get(surname) ?? '';
}

function givenReading(given: string): string {
  signs ??= new Map(allSigns.map((one) => [one, personPinyin(`王${one}`).replace(/^wang /, '')]));
  const known = signs;
  return [...given].map((sign) => known.get(sign) ?? '').join(' ');
}
