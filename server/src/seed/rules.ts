// SPDX-License-Identifier: Apache-2.0
import { seedAffairRules } from '../affairs/index.ts';
import { seedAssistanceRules } from '../assistance/index.ts';
import { seedAuditRules } from '../audit/index.ts';
import { seedCaseRules } from '../cases/index.ts';
import { seedCounterRules } from '../counters/index.ts';
import type { Db } from '../kernel/db.ts';
import { seedOfferRules } from '../offers/index.ts';
import { seedRatingRules } from '../ratings/index.ts';
import { seedRegistryRules } from '../registry/index.ts';
import { seedSettlementRules } from '../settlement/index.ts';

/**
 * First rows that every deployment needs: categories, conditions, limits, calendar. All of it 示例 until a city replaces it.
 * Said again by a newer version, only what the catalogue does not know yet is added. Returns how many rows that is.
 */
export async function seedRules(db: Db, now: Date): Promise<number> {
  const cases = await seedCaseRules(db, now);
  const registry = await seedRegistryRules(db, now);
  const counters = await seedCounterRules(db, now);
  const affairs = await seedAffairRules(db, now);
  const offers = await seedOfferRules(db, now);
  const ratings = await seedRatingRules(db, now);
  const assistance = await seedAssistanceRules(db, now);
  const settlement = await seedSettlementRules(db, now);
  const others = settlement + offers + ratings + assistance + (await seedAuditRules(db, now));
  return cases + registry + counters + affairs + others;
}
