// SPDX-License-Identifier: Apache-2.0
import { keepApart, listTwins, mergePeople, undoMerge } from '@lilong/contracts/registry-merging';
import type { Host } from '../../kernel/host.ts';
import { serve } from '../../kernel/serve.ts';
import { merge, undo } from './merge.ts';
import { apart, showTwins } from './twins.ts';

/** Two records of one person. */
export function serveMerging(host: Host): void {
  serve(host, listTwins, showTwins);
  serve(host, mergePeople, merge);
  serve(host, undoMerge, undo);
  serve(host, keepApart, apart);
}
