// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import * as mine from '@lilong/contracts/assistance';
import * as work from '@lilong/contracts/assistance-work';
import type { FastifyReply } from 'fastify';
import type { Host } from '../kernel/host.ts';
import { serve } from '../kernel/serve.ts';
import { authorise, authorisedOnPaper, takeBack } from './authorise.ts';
import { decide } from './decide.ts';
import { answerByHand, inquire } from './inquire.ts';
import { approve, make, showLists, takeOut } from './lists.ts';
import { showMine } from './mine.ts';
import { object, post, settleObjection, showNotices } from './notices.ts';
import { assistanceOn } from './on.ts';
import { tellAssistance } from './own-told.ts';
import { showAssistance } from './page.ts';
import { settleOne, showRechecks, tell } from './rechecks.ts';
import { announce, maySeePicture, visited } from './visit.ts';

export { assistanceSealed } from './kept.ts';
export { liveAssistance } from './seed.ts';
export { seedAssistanceRules } from './settings.ts';

/** Neither on the way nor for a retry. */
const keptNowhere = {
  onReply: (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store'),
} as const;
const secret = { secret: true } as const;

/** Social assistance: verified, posted, decided, paid, looked at again. */
export function assistanceModule(host: Host): void {
  serve(host, mine.publicNotices, showNotices, { open: 'notices are for everybody to read' });
  serve(host, mine.objectToNotice, object, secret);
  serve(host, mine.myAssistance, showMine, { writes: true, ...keptNowhere });
  serve(host, mine.authoriseInquiry, authorise);
  serve(host, mine.takeBackInquiry, takeBack);
  serve(host, mine.tellChange, tell, secret);
  serveOffice(host);
  host.seesFile.push(maySeePicture);
  host.tellsOwn.push(tellAssistance);
  assistanceOn(host);
}

function serveOffice(host: Host): void {
  serve(host, work.getAssistance, showAssistance, { writes: true, ...keptNowhere });
  serve(host, work.authoriseOnPaper, authorisedOnPaper, secret);
  serve(host, work.beginInquiry, inquire, secret);
  serve(host, work.writeAnswer, answerByHand, secret);
  serve(host, work.announceVisit, announce, secret);
  serve(host, work.recordVisit, visited, secret);
  serve(host, work.beginNotice, post, secret);
  serve(host, work.answerObjection, settleObjection, secret);
  serve(host, work.decideAssistance, decide, secret);
  serve(host, work.payLists, showLists);
  serve(host, work.makeList, make);
  serve(host, work.approveList, approve);
  serve(host, work.listFile, takeOut, { writes: true, ...keptNowhere });
  serve(host, work.listRechecks, showRechecks);
  serve(host, work.settleRecheck, settleOne, secret);
}
