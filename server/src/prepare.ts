// SPDX-License-Identifier: Apache-2.0
// Makes the prepared demonstration city once after `npm ci`, so that a first start takes seconds.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openEmbedded } from './kernel/db.ts';
import { putPostgisAside } from './kernel/postgis.ts';
import { bringUpToDate, preparedCity, settleMode } from './opening.ts';

putPostgisAside();
const db = await openEmbedded({});
await bringUpToDate(db);
await settleMode(db, 'demo');
await db.run('checkpoint'); // what its log holds is in the tables now, and need not be carried
const dump = await db.dump?.();
if (dump === undefined) throw new Error('the embedded database gave no dump');
mkdirSync(dirname(preparedCity), { recursive: true });
writeFileSync(`${preparedCity}.part`, await dump.bytes());
renameSync(`${preparedCity}.part`, preparedCity);
await db.close();
