// SPDX-License-Identifier: Apache-2.0
import { askDelay, decideDelay, endDelay, listDelays } from '@lilong/contracts/registry-delays';
import type { Host } from '../../kernel/host.ts';
import { serve } from '../../kernel/serve.ts';
import { ask, decide, end, showDelays } from './delays.ts';

/** 暂缓告知: asked for by one, approved by two others. */
export function serveDelays(host: Host): void {
  serve(host, listDelays, showDelays, { writes: true });
  serve(host, askDelay, ask);
  serve(host, decideDelay, decide);
  serve(host, endDelay, end);
}
