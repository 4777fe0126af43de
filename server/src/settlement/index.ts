// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import * as routes from '@lilong/contracts/settlement';
import type { Host } from '../kernel/host.ts';
import { serve } from '../kernel/serve.ts';
import { takeOut } from './file.ts';
import { close, showMonths } from './months.ts';
import { answer, object } from './object.ts';
import { showReferences, showStatement } from './statement.ts';

export { liveSettlement } from './seed.ts';
export { seedSettlementRules } from './worth.ts';

/** 结算: what organisations did for each other, by the month. */
export function settlementModule(host: Host): void {
  serve(host, routes.settleMonths, showMonths);
  serve(host, routes.settleStatement, showStatement);
  serve(host, routes.settleReferences, showReferences);
  serve(host, routes.settleFile, takeOut, { writes: true });
  serve(host, routes.closeMonth, close);
  serve(host, routes.objectLine, object);
  serve(host, routes.answerObjection, answer);
}
