// SPDX-License-Identifier: Apache-2.0
import type { StaysAs } from '@lilong/contracts/registry';
import { expect, test } from 'vitest';
import {
  type Arrival,
  type HouseholdLine,
  inputOf,
  type Mover,
  own,
  proposedHousehold,
  withoutDocument,
} from './arrival.ts';

const home = 'F310101002-00012';
const one: HouseholdLine = { household: 'H310101002-00012', kind: 'living', people: [] };
const two = { ...one, household: 'H310101002-00023' };
const shown: Mover = {
  document: '111',
  number: '34010019950610103X',
  told: { known: null, says: { bornOn: '1995-06-10', sex: '1', area: '340100' } },
};
const arrival: Arrival = {
  name: ' 单晓明 ',
  sex: undefined,
  bornOn: '',
  phone: '',
  staysAs: 'renter',
  household: undefined,
  relation: undefined,
  from: '2026-03-01',
};

test.each<[StaysAs, HouseholdLine[], string]>([
  ['family', [one], one.household],
  ['carer', [one], one.household],
  ['family', [one, two], own],
  ['family', [], own],
  ['renter', [one], own],
  ['owner', [one], own],
])('%s among %o is proposed to keep house as %s', (staysAs, households, proposed) =>
  expect(proposedHousehold(staysAs, households)).toBe(proposed),
);

test('an identity card says sex and day of birth; they are not sent again', () => {
  expect(inputOf(home, shown, { ...arrival, sex: '2', bornOn: '1990-01-01' }, own)).toEqual({
    home,
    fresh: { name: '单晓明', document: '111', number: '34010019950610103X' },
    staysAs: 'renter',
    from: '2026-03-01',
  });
});

test('another paper makes somebody from abroad, and says nothing of sex and birth', () => {
  const passport: Mover = { ...shown, document: '414', told: { known: null, says: null } };
  const typed: Arrival = { ...arrival, sex: '2', bornOn: '1990-01-01', phone: '139 1234 5678' };
  expect(inputOf(home, passport, typed, one.household)).toMatchObject({
    fresh: { abroad: true, sex: '2', bornOn: '1990-01-01', phone: '13912345678' },
    household: one.household,
    relation: '99',
  });
});

test('who is known moves by number alone', () => {
  const known = { person: 7, name: '王小妹', livesHere: false };
  const mover: Mover = { ...shown, told: { ...shown.told, known } };
  const sent = inputOf(home, mover, arrival, own);
  expect(sent.person).toBe(7);
  expect(sent.fresh).toBeUndefined();
});

test('without a document somebody is entered all the same', () => {
  expect(inputOf(home, withoutDocument, { ...arrival, sex: '1' }, own).fresh).toEqual({
    name: '单晓明',
    sex: '1',
  });
});
