// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../src/kernel/db.ts';
import { openTestDatabase } from './database.ts';
import { brokenPromises } from './kinds.ts';
import { exceptions, tables } from './tables.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

test('every table is of one of three kinds and keeps its promise', async () => {
  const broken = await brokenPromises(db, tables);
  expect(broken).toEqual(Object.keys(exceptions).sort());
});

test('a planted table that breaks a promise is noticed', async () => {
  await db.run(`
    create schema planted;
    create table planted.city (no int primary key, street int, unique (street, no));
    create table planted.fine (
      street int, no int, city int references planted.city (no), unique (no, street), primary key (street, no));
    create table planted.keyless (street int, no int primary key);
    create table planted.none (street int);
    create table planted.astray (street int, no int, code text unique, fine_street int, fine_no int,
      foreign key (fine_street, fine_no) references planted.fine (street, no), primary key (street, no));
    create table planted.person (no int primary key, street int, fine int,
      foreign key (street, fine) references planted.fine (street, no));
    create table planted.stranger (no int primary key);
    create unique index on planted.fine (lower(no::text), street);`);
  const broken = await brokenPromises(db, {
    ...tables,
    'planted.city': 'city',
    'planted.fine': 'neighbourhood',
    'planted.keyless': 'neighbourhood',
    'planted.none': 'neighbourhood',
    'planted.astray': 'neighbourhood',
    'planted.person': 'person',
    'planted.missing': 'person',
  });
  expect(broken.filter((line) => line.startsWith('planted.'))).toEqual([
    'planted.astray has a unique index without street: astray_code_key',
    'planted.astray refers to planted.fine without its street',
    'planted.keyless has no primary key that begins with street',
    'planted.missing is listed and does not exist',
    'planted.none has no primary key that begins with street',
    'planted.person refers to planted.fine, which is neighbourhood',
    'planted.stranger is of no kind: list it in server/test/tables.ts',
  ]);
});
