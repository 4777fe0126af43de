// SPDX-License-Identifier: Apache-2.0
import {
  endGuardian,
  guardianProofs,
  offerConsent,
  ownConsents,
  proveGuardian,
  takeConsent,
  withdrawConsent,
} from '@lilong/contracts/registry-guardians';
import type { Host } from '../../kernel/host.ts';
import { serve } from '../../kernel/serve.ts';
import { offerTo, showConsents, take, withdraw } from './consents.ts';
import { end, prove, showProofs } from './guardians.ts';

/** Who reads about somebody else: parents and guardians, and whoever of the household was allowed to. */
export function serveKin(host: Host): void {
  serve(host, guardianProofs, showProofs);
  serve(host, proveGuardian, prove);
  serve(host, endGuardian, end);
  serve(host, ownConsents, showConsents, { writes: true });
  serve(host, offerConsent, offerTo, { secret: true });
  serve(host, takeConsent, take);
  serve(host, withdrawConsent, withdraw);
}
