// SPDX-License-Identifier: Apache-2.0
import {
  labelUses,
  mostInFile,
  suppliedLabels,
  supplyByFile,
  supplyLabels,
  withdrawBatch,
  withdrawLabel,
  withdrawLabels,
} from '@lilong/contracts/registry-supply';
import type { Host } from '../../kernel/host.ts';
import { serve } from '../../kernel/serve.ts';
import { watchSupplied } from './on.ts';
import { showSupplied } from './show.ts';
import { supply } from './supply.ts';
import { withdraw, withdrawWhole, withdrawWholeLabel } from './take-back.ts';
import { supplyUploaded } from './upload.ts';
import { showUses } from './uses.ts';

/** What departments do with the labels that they supply. */
export function serveSuppliers(host: Host): void {
  const bodyLimit = Math.ceil(mostInFile.bytes * 1.4); // as base64, and a little around it
  serve(host, supplyLabels, supply);
  serve(host, supplyByFile, supplyUploaded, { bodyLimit });
  serve(host, suppliedLabels, showSupplied);
  serve(host, withdrawLabels, withdraw);
  serve(host, withdrawLabel, withdrawWholeLabel);
  serve(host, withdrawBatch, withdrawWhole);
  serve(host, labelUses, showUses);
  watchSupplied(host);
}
