// SPDX-License-Identifier: Apache-2.0
// What the house keeps for a while only.
import { sweepFiles } from './files.ts';
import type { Host } from './host.ts';

/** A phone that was offline sends its report again; two days later nobody does. */
const RETRIED_HOURS = 48;

/** Every night: uploads that nothing took, and replies that nobody will ask for again. */
export function sweepNightly({ subscribers, db }: Host): void {
  subscribers.every('31 3 * * *', 'kernel.sweep', sweep);
  // Alone in its process, PostgreSQL never does this by itself, and its log would grow until the program ends.
  if (db.kind === 'embedded') subscribers.every('*/10 * * * *', 'kernel.checkpoint', checkpoint);
}

async function checkpoint({ db }: Host): Promise<void> {
  await db.run('checkpoint');
}

export async function sweep(host: Host): Promise<void> {
  await sweepFiles(host);
  const before = new Date(host.clock().getTime() - RETRIED_HOURS * 3_600_000);
  await host.db.kysely.deleteFrom('kernel.idempotency').where('at', '<', before).execute();
}
