// SPDX-License-Identifier: Apache-2.0
import { ownTie, sayTie } from '@lilong/contracts/registry-ties';
import type { Host } from '../../kernel/host.ts';
import { serve } from '../../kernel/serve.ts';
import { say, showTie } from './ties.ts';

/** 回避: which person an account of the staff is. */
export function serveTies(host: Host): void {
  serve(host, ownTie, showTie);
  serve(host, sayTie, say);
}
