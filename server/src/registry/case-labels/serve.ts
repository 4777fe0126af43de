// SPDX-License-Identifier: Apache-2.0
import { caseLabels, closeCaseLabel, openCaseLabel } from '@lilong/contracts/registry-case-labels';
import type { Host } from '../../kernel/host.ts';
import { serve } from '../../kernel/serve.ts';
import { close, open, show } from './case-labels.ts';

/** 个案标签: labels of level 5. */
export function serveCaseLabels(host: Host): void {
  serve(host, openCaseLabel, open);
  serve(host, closeCaseLabel, close);
  serve(host, caseLabels, show, { writes: true }); // a worker's reading is written down
}
