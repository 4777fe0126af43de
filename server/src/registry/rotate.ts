// SPDX-License-Identifier: Apache-2.0
// What the registry seals and finds by keyed digests, for when another key takes the place of the old one.
import { sql } from 'kysely';
import type { Db } from '../kernel/db.ts';
import type { Keys } from '../kernel/keys.ts';
import type { Opened, Sealed, Sealer } from '../kernel/reseal.ts';
import {
  batchDigestOf,
  digestOf,
  keyOf,
  labelDigestOf,
  openValue,
  phoneEndOf,
  sealValue,
} from './sealed.ts';

/** How values of this module are sealed. */
export const registrySealer: Sealer = {
  open: (keys, sealed) => openValue(keys, sealed as Uint8Array), // bytea
  seal: sealValue,
};

export const registrySealed: readonly Sealed[] = [
  {
    ...{ table: 'registry.person_key', key: ['kind', 'digest', 'person'] },
    ...{ column: 'sealed', form: 'bytes' },
    digests: (open, { kind }, keys) => ({
      digest: keyOf(digestOf(keys, kind === 'id' ? 'id' : 'phone', open)),
    }),
    after: phoneEndsAgain,
  },
  {
    ...{ table: 'registry.label', key: ['no', 'person'], column: 'sealed', form: 'bytes' },
    digests: (open, { person }, keys) => ({
      digest: labelDigestOf(keys, Number(person), (JSON.parse(open) as { code: string }).code), // written by whoever sealed it
    }),
  },
  { table: 'registry.member', key: ['street', 'no'], column: 'phone', form: 'bytes' },
  { table: 'registry.group_leader', key: ['street', 'no'], column: 'phone', form: 'bytes' },
  { table: 'registry.delay', key: ['no'], column: 'sealed', form: 'bytes' },
  { table: 'registry.hold', key: ['no'], column: 'sealed', form: 'bytes' },
  { table: 'registry.upload_refused', key: ['upload', 'line'], column: 'sealed', form: 'bytes' },
  { table: 'registry.fact', key: ['no'], column: 'sealed', form: 'bytes' },
  { table: 'registry.objection', key: ['no'], column: 'sealed', form: 'bytes' },
  {
    ...{ table: 'registry.staff_tie', key: ['account'], column: 'sealed', form: 'bytes' },
    digests: (open, _, keys) => ({ digest: digestOf(keys, 'id', open) }),
  },
  {
    ...{ table: 'registry.case_label', key: ['no'], column: 'sealed', form: 'bytes' },
    digests: (open, _, keys) => ({
      digest: digestOf(keys, 'id', (JSON.parse(open) as { number: string }).number), // written by whoever opened it
    }),
  },
];

/** States that the transaction is a rotation; row-level security lets the owner of the tables pass then. */
export async function lookAsRotation(db: Db): Promise<void> {
  await sql`select set_config('lilong.whole', 'rotation', true)`.execute(db);
}

/** The last four digits of telephones are found by a digest beside each presence. */
async function phoneEndsAgain(db: Db, keys: Keys, opened: readonly Opened[]): Promise<void> {
  const ends = new Map(
    opened
      .filter(({ row }) => row.kind === 'phone')
      .map(({ row, open }) => [Number(row.person), open.slice(-4)]),
  );
  const { rows } = await sql<{ street: number; no: number; person: number }>`
    select street, no, person from registry.presence
    where person = any(${[...ends.keys()]}::bigint[]) and phone_end is not null`.execute(db);
  await Promise.all(
    rows.map(({ street, no, person }) =>
      sql`update registry.presence set phone_end = ${phoneEndOf(keys, street, ends.get(person) ?? '')}
        where street = ${street} and no = ${no}`.execute(db),
    ),
  );
}

/** Labels that waited for somebody, of which the numbers are known to nobody: whose they were, and how many. */
export interface Dropped {
  readonly organisation: string;
  readonly lines: number;
}

/**
 * What stands under digests alone: batches get new ones; codes of ten minutes and labels that wait for somebody are
 * dropped, since nobody has the numbers to digest again; files that are not in yet as well, to be brought once more; what departments have said is counted still, each line by chance.
 */
export async function rekeyDigests(db: Db, keys: Keys): Promise<Dropped[]> {
  const { rows: batches } = await sql<{ no: number }>`select no from registry.label_batch`.execute(
    db,
  );
  for (const { no } of batches)
    for (const earlier of keys.earlier)
      await sql`update registry.label set batch = ${batchDigestOf(keys, no)}
        where batch = ${batchDigestOf(earlier, no)}`.execute(db);
  await rekeyMerges(db, keys);
  await sql`delete from registry.binding_code`.execute(db);
  await sql`delete from registry.shown_code`.execute(db);
  await sql`update registry.label_said set key = uuid_send(gen_random_uuid()), carried = true`.execute(
    db,
  );
  await sql`delete from registry.consent where given_at is null`.execute(db);
  await sql`delete from registry.upload where no in (select upload from registry.upload_part)`.execute(
    db,
  );
  const { rows } = await sql<Dropped>`
    with dropped as (delete from registry.label_waiting returning organisation)
    select coalesce(o.name, d.organisation::text) as organisation, count(*) as lines
    from dropped d left join places.organisation o on o.no = d.organisation group by 1 order by 1`.execute(
    db,
  );
  return rows;
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`; // as jsonb has it

/** A merge that can be undone knows rows and values by their digests. */
async function rekeyMerges(db: Db, keys: Keys): Promise<void> {
  const { rows } = await sql<{ merge: number; kind: 'id' | 'phone'; sealed: Buffer }>`
    select m.no as merge, k.kind, k.sealed from registry.merge m
    join registry.person_key k on k.person in (m.survivor, m.gone) where m.undone_at is null`.execute(
    db,
  );
  for (const { merge, kind, sealed } of rows)
    for (const earlier of keys.earlier)
      await rekeyMerge(db, { keys, earlier, merge, kind, sealed });
}

interface OfMerge {
  readonly keys: Keys;
  readonly earlier: Keys;
  readonly merge: number;
  readonly kind: 'id' | 'phone';
  readonly sealed: Uint8Array;
}

async function rekeyMerge(db: Db, { keys, earlier, merge, kind, sealed }: OfMerge): Promise<void> {
  const value = openValue(keys, sealed);
  const [was, is] = [earlier, keys].map((of) => keyOf(digestOf(of, kind, value)));
  await sql`update registry.merge_row set key = jsonb_set(key, '{digest}', to_jsonb(${is}::text))
    where merge = ${merge} and tab = 'person_key' and key->>'digest' = ${was}`.execute(db);
  if (kind !== 'phone') return;
  const { rows: streets } = await sql<{ street: number }>`
    select distinct (key->>'street')::int as street from registry.merge_row
    where merge = ${merge} and tab = 'presence'`.execute(db);
  for (const { street } of streets) {
    const end = value.slice(-4);
    const [old, fresh] = [phoneEndOf(earlier, street, end), phoneEndOf(keys, street, end)];
    for (const side of ['was', 'became'])
      await sql`update registry.merge_row set ${sql.ref(side)} = jsonb_set(${sql.ref(side)}, '{phone_end}', to_jsonb(${hex(fresh)}::text))
        where merge = ${merge} and tab = 'presence' and (key->>'street')::int = ${street}
          and ${sql.ref(side)}->>'phone_end' = ${hex(old)}`.execute(db);
  }
}
