// SPDX-License-Identifier: Apache-2.0
import { liftHold, listDeletions, listHolds, placeHold } from '@lilong/contracts/registry-keeping';
import type { Host } from '../../kernel/host.ts';
import { serve } from '../../kernel/serve.ts';
import { forgetNightly } from './forget.ts';
import { lift, place, showDeletions, showHolds } from './holds.ts';

/** What is kept for a while only, and what is held longer. */
export function serveKeeping(host: Host): void {
  serve(host, listDeletions, showDeletions);
  serve(host, listHolds, showHolds);
  serve(host, placeHold, place);
  serve(host, liftHold, lift);
  forgetNightly(host);
}
