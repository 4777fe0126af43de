// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import * as doorstep from '@lilong/contracts/doorstep';
import type { FastifyReply } from 'fastify';
import type { Host } from '../kernel/host.ts';
import { serve } from '../kernel/serve.ts';
import { bringBack, collect, showItem, showMatters } from './collect.ts';
import { count } from './count.ts';
import { maySeePicture, showList, showMine, showOne } from './lines.ts';
import { tellCollections } from './own-told.ts';
import { whoWaits } from './waits.ts';

/** For the demonstration. */
export const doorActs = { showMatters, collect, whoWaits };

/** It names somebody and what they have under way: neither on the way nor for a retry. */
const keptNowhere = {
  onReply: (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store'),
} as const;
const looks = { writes: true, ...keptNowhere } as const;

/** 上门收件: papers from the door to the counter, and back. */
export function doorstepModule(host: Host): void {
  serve(host, doorstep.doorMatters, showMatters, looks);
  serve(host, doorstep.doorItem, showItem, looks);
  serve(host, doorstep.collectPapers, collect);
  serve(host, doorstep.listCollections, showList, keptNowhere);
  serve(host, doorstep.getCollection, showOne, looks);
  serve(host, doorstep.countPapers, count);
  serve(host, doorstep.returnPapers, bringBack);
  serve(host, doorstep.myCollections, showMine, looks);
  host.seesFile.push(maySeePicture);
  host.tellsOwn.push(tellCollections);
}
