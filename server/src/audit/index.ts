// SPDX-License-Identifier: Apache-2.0
import { auditHead, checkAudit, searchAudit } from '@lilong/contracts/audit';
import { auditPatterns } from '@lilong/contracts/audit-patterns';
import type { Host } from '../kernel/host.ts';
import { serve } from '../kernel/serve.ts';
import type { Figure } from '../kernel/watch.ts';
import { patterns } from './patterns.ts';
import { countUnsealed, lastRowBefore } from './queries.ts';
import { sealLeftovers, sealOnce } from './seal.ts';
import { check, head, search } from './search.ts';
import './tables.ts';

export { publicPem } from './chain.ts';
export { headLine, headsFile, parseHeads, readHeads } from './heads.ts';
export { newestBlock } from './queries.ts';
export { sealLeftovers, sealOnce } from './seal.ts';
export { factsOf, wordsOf } from './search.ts';
export { seedAuditRules } from './seed-rules.ts';
export { type Fault, faultKinds, type Verdict, verifyAudit } from './verify.ts';

/** Who saw and did what, and the proof that nobody changed it afterwards. */
export function auditModule(host: Host): void {
  serve(host, searchAudit, search);
  serve(host, auditPatterns, patterns);
  serve(host, auditHead, head);
  serve(host, checkAudit, check);
  host.subscribers.every('* * * * *', 'audit.seal', async (running) => {
    await sealOnce(running);
  });
  host.subscribers.every('40 3 * * *', 'audit.seal-leftovers', async (running) => {
    await sealLeftovers(running);
  });
}

/** What operators see of it. */
export const auditFigures: readonly Figure[] = [
  {
    name: 'lilong_audit_unsealed_rows',
    help: 'Rows of the audit that no block covers yet',
    read: async (db, now) =>
      countUnsealed(db, await lastRowBefore(db, new Date(now.getTime() - 3_600_000))),
  },
];
