// SPDX-License-Identifier: Apache-2.0
import { seedAuditRules } from '../audit/index.ts';
import { seedCaseRules } from '../cases/index.ts';
import type { Db } from '../kernel/db.ts';
import { seedRegistryRules } from '../registry/index.ts';

/** First rows that every deployment needs: categories, conditions, limits, calendar. All of it 示例 until a city replaces it. */
export async function seedRules(db: Db, now: Date): Promise<void> {
  await seedCaseRules(db, now);
  await seedRegistryRules(db, now);
  await seedAuditRules(db, now);
}
