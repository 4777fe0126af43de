// SPDX-License-Identifier: Apache-2.0
// What a line changes for somebody. Nothing is read or written here, so a dry run is the same plan.
import { Misfit } from '../../places/index.ts';
import { personPinyin } from '../person-pinyin.ts';
import { digestOf, keyOf } from '../sealed.ts';
import type { HomeRow, PersonRow } from '../tables.ts';
import type { Households } from './households.ts';
import type { Placed, Somebody } from './known-people.ts';
import { BY_HAND, type By, type Presence, planPresences } from './plan-presences.ts';

export interface Plan {
  readonly somebody: Somebody;
  readonly person: PersonRow;
  readonly personIs: 'new' | 'changed' | 'same';
  /** New presences, and known ones that will read otherwise or have ended. */
  readonly made: readonly Presence[];
  readonly changed: readonly Presence[];
  /** A phone that is not kept yet; it takes the place of those that are. */
  readonly phone: string | null;
  /** A committee worker has recorded it otherwise, or later; that stays. */
  readonly kept: boolean;
}

export function planPerson(
  placed: Placed,
  somebody: Somebody,
  households: Households,
  by: By,
): Plan {
  const { person: before } = somebody;
  checkSame(placed.line.name, before);
  const person =
    before === undefined ? newPerson(placed, somebody, by) : laterPerson(placed, before, by);
  const phone = newPhone(placed, somebody, by);
  const presences = planPresences(placed, { somebody, person, phone }, households, by);
  const personIs = before === undefined ? 'new' : changeOf(before, person);
  return { somebody, person, personIs, phone, ...presences };
}

/** @throws {Misfit} when the number is somebody's of another name, or they have died */
function checkSame(name: string, before: PersonRow | undefined): void {
  if (before === undefined) return;
  const bare = (text: string): string => text.replace(/[\s·]/g, '').toLowerCase();
  if (bare(before.name) !== bare(name)) throw new Misfit('name', 'load.other-name');
  if (before.died_on !== null) throw new Misfit('name', 'load.died');
}

function newPerson(placed: Placed, { no }: Somebody, { source, now }: By): PersonRow {
  const { name, papers, sex, bornOn, nation } = placed.line;
  const abroad = papers !== null && papers.document !== '111';
  const known = registeredIn(placed) ?? papers?.area ?? null;
  return {
    ...{ no, name, pinyin: personPinyin(name), sex, born_on: bornOn, died_on: null, nation },
    ...{ abroad, registered_in: abroad ? null : known, protected: false },
    ...{ source, recorded_at: now },
  };
}

/** As they were, with what the file knows better; what a worker recorded is only added to. */
function laterPerson(placed: Placed, before: PersonRow, { source, now }: By): PersonRow {
  const { sex, bornOn, nation } = placed.line;
  const byHand = before.source === BY_HAND;
  const newer = <T>(said: T | null, kept: T | null): T | null =>
    byHand ? (kept ?? said) : (said ?? kept);
  const next = {
    ...before,
    sex: before.sex === 0 || before.sex === 9 ? sex : before.sex,
    born_on: before.born_on ?? bornOn,
    nation: newer(nation, before.nation),
    registered_in: before.abroad ? null : newer(registeredIn(placed), before.registered_in),
  };
  if (changeOf(before, next) === 'same') return before;
  return { ...next, source: byHand ? BY_HAND : source, recorded_at: now };
}

/** Six digits where their 户籍 is, as far as the line says. */
function registeredIn({ line, home, registeredAt }: Placed): string | null {
  const { registered } = line;
  if (registeredAt !== null) return districtOf(registeredAt);
  if (registered === null) return null;
  if ('in' in registered) return registered.in;
  return home === null ? null : districtOf(home);
}

const districtOf = ({ place }: HomeRow): string => String(Math.floor(place / 1e9));

/** A phone that is not kept yet. That of somebody whom a worker recorded is not taken away. */
function newPhone({ line }: Placed, { person, phones }: Somebody, { keys }: By): string | null {
  const { phone } = line;
  if (phone === null || (person?.source === BY_HAND && phones.length > 0)) return null;
  const digest = keyOf(digestOf(keys, 'phone', phone));
  return phones.some((kept) => kept.digest === digest) ? null : phone;
}

const changeOf = (a: PersonRow, b: PersonRow): 'changed' | 'same' =>
  a.sex === b.sex &&
  a.born_on === b.born_on &&
  a.nation === b.nation &&
  a.registered_in === b.registered_in
    ? 'same'
    : 'changed';
