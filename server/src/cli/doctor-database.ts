// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { keysFile } from '../config.ts';
import type { Database } from '../kernel/db.ts';
import { usedKey } from '../kernel/install.ts';
import {
  countDead,
  databaseFacts,
  migrationFacts,
  modeOf,
  roleFacts,
  vacantOffices,
} from '../kernel/selfcheck.ts';
import { wholeKeys } from './doctor-machine.ts';
import { bad, type Finding, good, warn } from './finding.ts';
import type { Shell } from './shell.ts';

const leastMajor = 15;
const slightMs = 2000;
const muchMs = 60_000;

/** Database, its clock, roles and migrations; `usable` when the tables may be read. */
export async function checkDatabase(
  shell: Shell,
  db: Database,
  mode: 'demo' | 'serve',
): Promise<{ more: Finding[]; usable: boolean }> {
  const facts = await databaseFacts(db);
  const { version, encoding, postgis } = facts;
  const more: Finding[] = [
    facts.major >= leastMajor
      ? good('doctor.database', { version, kind: db.kind })
      : bad('doctor.database-old', { version, least: leastMajor }),
    encoding === 'UTF8' ? good('doctor.encoding') : bad('doctor.encoding-other', { encoding }),
    facts.hasCollationC ? good('doctor.collation') : bad('doctor.collation-none'),
    postgis === undefined ? bad('doctor.postgis-none') : good('doctor.postgis', { postgis }),
    clockFinding(facts.time.getTime() - shell.clock().getTime()),
  ];
  const role = mode === 'serve' ? await checkRole(db) : [];
  more.push(...role);
  if (role.some(({ key }) => key === 'doctor.role-lacks')) return { more, usable: false };
  const migrated = await checkMigrations(db);
  more.push(...migrated);
  const usable = migrated.every(({ level }) => level === 'good');
  if (!usable) return { more, usable };
  if (mode === 'serve') more.push(...(await checkOffices(shell, db)));
  more.push(...(await checkSealing(shell, db)), ...(await checkDead(db)));
  return { more, usable };
}

/** Late or early promises come from clocks that differ. */
export function clockFinding(aheadMs: number): Finding {
  const facts = { seconds: Math.round(Math.abs(aheadMs) / 1000) };
  if (Math.abs(aheadMs) >= muchMs) return bad('doctor.clock-wrong', facts);
  return Math.abs(aheadMs) >= slightMs ? warn('doctor.clock-off', facts) : good('doctor.clock');
}

async function checkMigrations(db: Database): Promise<Finding[]> {
  const { waiting, changed, unknown } = await migrationFacts(db);
  const findings: Finding[] = [];
  const named = (names: readonly string[]) => ({ count: names.length, names: names.join(', ') });
  if (waiting.length > 0) findings.push(bad('doctor.migrations-waiting', named(waiting)));
  if (changed.length > 0) findings.push(bad('doctor.migrations-changed', named(changed)));
  if (unknown.length > 0) findings.push(bad('doctor.migrations-unknown', named(unknown)));
  return findings.length > 0 ? findings : [good('doctor.migrations')];
}

/** In real use the program is no owner: what is append-only has to bind it too. */
async function checkRole(db: Database): Promise<Finding[]> {
  if (db.kind === 'embedded') return []; // it takes the program's role by itself
  const role = await roleFacts(db);
  const { name } = role;
  if (role.superuser) return [bad('doctor.role-superuser', { name })];
  if (role.owner || role.mayRewrite) return [bad('doctor.role-owner', { name })];
  return [role.mayWork ? good('doctor.role', { name }) : bad('doctor.role-lacks', { name })];
}

async function checkOffices(shell: Shell, db: Database): Promise<Finding[]> {
  const mode = await modeOf(db);
  if (mode === 'demo') return [bad('doctor.is-demo')];
  const vacant = await vacantOffices(db, shell.clock());
  return vacant.length === 0
    ? [good('doctor.offices')]
    : [warn('doctor.offices-vacant', { roles: vacant.join(', ') })];
}

/** Without the key that sealed what is here, or with another one, the program does not start. */
async function checkSealing({ config }: Shell, db: Database): Promise<Finding[]> {
  const file = keysFile(config);
  const used = await usedKey(db.kysely);
  if (used === undefined) return [];
  if (!existsSync(file)) return [bad('start.keys-gone', { file, used })];
  const here = wholeKeys(file);
  if (here === undefined || here.id === used) return [];
  return [bad('doctor.keys-other', { file, id: here.id, used })];
}

/** What could not be delivered to anybody, messages to phones among it. */
async function checkDead(db: Database): Promise<Finding[]> {
  const count = await countDead(db.kysely);
  return count === 0 ? [] : [warn('doctor.dead-letters', { count })];
}
