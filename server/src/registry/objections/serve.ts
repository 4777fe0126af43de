// SPDX-License-Identifier: Apache-2.0
import {
  answerObjection,
  askedElements,
  correctValue,
  listObjections,
  objectionFigures,
  objectTo,
  objectToMine,
  openProposed,
  ownObjections,
  readObjection,
  withdrawMine,
  withdrawObjection,
} from '@lilong/contracts/registry-objections';
import { elements } from '@lilong/contracts/registry-values';
import type { Host } from '../../kernel/host.ts';
import { serve } from '../../kernel/serve.ts';
import { personPolicy } from '../policy.ts';
import { answer, withdraw } from './answer.ts';
import { askedFor } from './elements.ts';
import { maySeeEvidence, sawEvidence } from './evidence.ts';
import { objectToOwn, showMine, withdrawOwn } from './mine.ts';
import { correct, objectAs } from './raise.ts';
import { openNumber, showFigures, showObjection, showObjections } from './read.ts';

/** 异议: raised by a committee or by whom it is about, answered by whoever owns the value. */
export function serveObjections(host: Host): void {
  host.seesFile.push(maySeeEvidence);
  host.sawFile.push(sawEvidence);
  serve(host, askedElements, async (ctx) => {
    ctx.requireEver(personPolicy, 'find');
    return { elements: await askedFor(ctx, elements) };
  });
  serve(host, objectTo, objectAs);
  serve(host, correctValue, correct);
  serve(host, listObjections, showObjections);
  serve(host, readObjection, showObjection, { writes: true });
  serve(host, openProposed, openNumber, { secret: true });
  serve(host, answerObjection, answer);
  serve(host, withdrawObjection, withdraw);
  serve(host, objectionFigures, showFigures, { open: 'figures about departments' });
  serve(host, ownObjections, showMine, { writes: true });
  serve(host, objectToMine, objectToOwn);
  serve(host, withdrawMine, withdrawOwn);
}
