// SPDX-License-Identifier: Apache-2.0
// Routes of the acts beside the plain moves: of reporters, of the office, and of a work order on paper.
import * as desk from '@lilong/contracts/case-work';
import * as home from '@lilong/contracts/cases';
import type { Host } from '../kernel/host.ts';
import { serve } from '../kernel/serve.ts';
import { addToReport } from './add-photos.ts';
import { appeal, review } from './appeal.ts';
import { answer, ask } from './ask.ts';
import { reveal } from './contact.ts';
import { askForDelay, decide } from './delay.ts';
import { handOver, handovers, takeOverNote } from './handover.ts';
import { saveHotline } from './hotline.ts';
import { merge, unmerge } from './merge.ts';
import { lookUpOrder, print, reportByOrder } from './order.ts';
import { rate } from './rate.ts';
import { release } from './release.ts';
import { supervise } from './supervise.ts';
import { transcribe } from './transcript.ts';
import { undoLast } from './undo.ts';
import { withdraw } from './withdraw.ts';

export function serveActs(host: Host): void {
  serveReporters(host);
  serveOffice(host);
  servePaper(host);
}

function serveReporters(host: Host): void {
  serve(host, home.answerQuestion, answer);
  serve(host, home.addPhotos, addToReport);
  serve(host, home.withdrawReport, withdraw);
  serve(host, home.rateReport, rate);
}

function serveOffice(host: Host): void {
  serve(host, desk.undoMove, undoLast);
  serve(host, desk.mergeCases, merge);
  serve(host, desk.unmergeCase, unmerge);
  serve(host, desk.askReporter, ask);
  serve(host, desk.superviseCase, supervise);
  serve(host, desk.releaseCase, release);
  serve(host, desk.askDelay, askForDelay);
  serve(host, desk.decideDelay, decide);
  serve(host, desk.appealOverdue, appeal);
  serve(host, desk.decideAppeal, review);
  serve(host, desk.writeTranscript, transcribe);
  serve(host, desk.saveHotlineReply, saveHotline);
  serve(host, desk.revealContact, reveal, { secret: true });
  serve(host, desk.listHandovers, handovers);
  serve(host, desk.leaveHandover, handOver);
  serve(host, desk.takeOver, takeOverNote);
}

function servePaper(host: Host): void {
  const open = 'the token on the paper is the permission';
  serve(host, desk.printOrder, print, { secret: true });
  serve(host, desk.openOrder, lookUpOrder, { open });
  serve(host, desk.reportOrder, reportByOrder, { open });
}
