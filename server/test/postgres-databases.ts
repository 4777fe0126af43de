// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Any number: whoever holds this advisory lock is making the template. */
const TEMPLATE_LOCK = 31_010_100;

/** Makes a database, empty or as a copy of `template`, and returns its address. */
export async function createDatabase(
  adminUrl: string,
  name: string,
  template = 'template0',
): Promise<string> {
  await withClient(adminUrl, (admin) => copy(admin, template, name));
  return addressOf(adminUrl, name);
}

/**
 * A fresh database, as a copy of a template that is made once per cluster.
 *
 * @param fill fills the empty database at the address that it is given, as the owner, and lets go of it
 */
export async function createFromTemplate(
  adminUrl: string,
  template: string,
  fill: (url: string) => Promise<void>,
): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const building = `${template}_building`;
  await withClient(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [
      template,
    ]);
    if (rowCount === 0) {
      await admin.query(`drop database if exists ${building}`);
      await copy(admin, 'template0', building);
      await fill(addressOf(adminUrl, building));
      // A template may have no visitors, and a pool that was just closed may still be leaving.
      await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
        [building],
      );
      await admin.query(`alter database ${building} rename to ${template}`);
    }
    await copy(admin, template, name);
  });
  return addressOf(adminUrl, name);
}

export async function dropDatabase(adminUrl: string, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await withClient(adminUrl, (admin) =>
    admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`),
  );
}

async function copy(admin: Client, from: string, to: string): Promise<void> {
  const quote = (name: string) => admin.escapeIdentifier(name);
  await admin.query(`create database ${quote(to)} template ${quote(from)} encoding 'UTF8'`);
}

function addressOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
