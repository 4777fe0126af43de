// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import { itemCard, listItems } from '@lilong/contracts/affair-items';
import { loadByItem, loadOfItem } from '@lilong/contracts/affair-load';
import * as papers from '@lilong/contracts/affair-papers';
import * as receipts from '@lilong/contracts/affair-receipts';
import * as work from '@lilong/contracts/affair-work';
import * as mine from '@lilong/contracts/affairs';
import * as mandates from '@lilong/contracts/mandates';
import type { FastifyReply } from 'fastify';
import type { Host } from '../kernel/host.ts';
import { serve } from '../kernel/serve.ts';
import { serveTogether } from '../kernel/together.ts';
import { endOne, showMandates } from '../registry/index.ts';
import { give as giveToHelper, record } from './acting.ts';
import { agreeOnceMore } from './agree-again.ts';
import { browse, showItem } from './browse.ts';
import { showCounts, showList } from './list.ts';
import { showLoad, showLoadOfItem } from './load.ts';
import {
  discard,
  save,
  showForm,
  showMine,
  showOne,
  start,
  submit,
  supplement,
  withdraw,
} from './mine.ts';
import { affairsOn } from './on.ts';
import { tellGranted } from './own-granted.ts';
import { tellAffairs } from './own-told.ts';
import { answer as answerForPaper } from './paper-got.ts';
import { find, giveBack, receivePapersHere, send, showPapers } from './papers.ts';
import { follow, print, printMine } from './receipts.ts';
import { receive, showCounterForm, showPersonAffairs } from './receive.ts';
import { receiveAll } from './receive-all.ts';
import { maySeePaper } from './see.ts';
import { takeBack } from './take-back.ts';
import {
  ask,
  askLonger,
  decide,
  decideLonger,
  deliver,
  give,
  moveOne,
  refuseReceiptOf,
  resume,
  showAffair,
  special,
  supplementAt,
  suspend,
} from './work.ts';

export { faultOfItem } from './check.ts';
export {
  type AtDoor,
  type CollectedFor,
  forItem,
  forMatter,
  joinMatter,
  keepPapers,
  lackingFor,
  mattersAtDoor,
  saysWhatCame,
} from './doors.ts';
export { type Item, itemOfRow, itemsOfPost, itemToday } from './items.ts';
export { affairsSealed } from './kept.ts';
export { centreOf } from './offices.ts';
export { type Handled, handleAffair, moveAffairOf } from './others.ts';
export { type PaperFound, selectOfDoor } from './paper-queries.ts';
export { isUncounted, may as mayMove, move as movePaper, paperOf } from './papers.ts';
export { lookAtAffairs, lookEverywhere } from './reach.ts';
export { digestsOf as receiptDigests } from './receipts.ts';
export { isSo } from './rule.ts';
export { liveAccepted, liveApplications } from './seed.ts';
export { seedAffairRules } from './seed-rules.ts';
export {
  applyUnasked,
  type Chosen,
  receiveUnasked,
  type UnaskedFor,
  unaskedFor,
  unaskedItems,
} from './unasked.ts';
export { askedEvent } from './walk.ts';

/** For the demonstration. */
export const paperActs = { send };

const guide = { open: 'what one can apply for is public' } as const;
/** Neither on the way nor for a retry. */
const keptNowhere = {
  onReply: (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store'),
} as const;

/** Matters and applications: accept, decide, deliver. */
export function affairsModule(host: Host): void {
  serve(host, listItems, browse, guide);
  serve(host, itemCard, showItem, guide);
  serveMine(host);
  serveOffice(host);
  serveReceipts(host);
  servePapers(host);
  serveMandates(host);
  host.seesFile.push(maySeePaper);
  host.tellsOwn.push(tellAffairs);
  host.tellGranted = tellGranted;
  affairsOn(host);
}

function serveMine(host: Host): void {
  serve(host, mine.myForm, showForm, { writes: true, ...keptNowhere });
  serve(host, mine.startDraft, start, { secret: true });
  serve(host, mine.saveDraft, save, { secret: true });
  serve(host, mine.submitDraft, submit, { secret: true });
  serve(host, mine.discardDraft, discard);
  serve(host, mine.listMine, showMine, { writes: true });
  serve(host, mine.getMine, showOne, { writes: true, ...keptNowhere });
  serve(host, mine.supplementMine, supplement, { secret: true });
  serve(host, mine.withdrawMine, withdraw, { secret: true });
  serve(host, mine.takeBackConsent, takeBack, { secret: true });
  serve(host, mine.agreeAgain, agreeOnceMore, { secret: true });
}

/** 帮办: who may act for whom. */
function serveMandates(host: Host): void {
  serve(host, mandates.ownMandates, showMandates, { writes: true });
  serve(host, mandates.giveMandate, giveToHelper);
  serve(host, mandates.endMandate, endOne);
  serve(host, mandates.recordMandate, record);
}

function serveReceipts(host: Host): void {
  const holder = { open: 'whoever holds the sheet may ask how far it is' } as const;
  serve(host, receipts.printReceipt, print, { secret: true });
  serve(host, receipts.printMyReceipt, printMine, { secret: true });
  serve(host, receipts.followReceipt, follow, { ...holder, reads: true });
}

function servePapers(host: Host): void {
  serve(host, papers.listPapers, showPapers);
  serve(host, papers.sendPapers, send);
  serve(host, papers.receivePapers, receivePapersHere);
  serve(host, papers.findPapers, find);
  serve(host, papers.giveBackPapers, giveBack);
  serve(host, papers.answerPaper, answerForPaper);
}

function serveOffice(host: Host): void {
  const secret = { secret: true } as const;
  serve(host, work.counterForm, showCounterForm, { writes: true, ...keptNowhere });
  serveTogether(host, work.receiveApplication, receiveAll, secret, receive);
  serve(host, work.personAffairs, showPersonAffairs, { writes: true });
  serve(host, work.listAffairs, showList);
  serve(host, work.countAffairs, showCounts);
  serve(host, loadByItem, showLoad);
  serve(host, loadOfItem, showLoadOfItem);
  serve(host, work.getAffair, showAffair, { writes: true, ...keptNowhere });
  serve(host, work.moveAffair, moveOne, secret);
  serve(host, work.askCorrection, ask, secret);
  serve(host, work.supplementFor, supplementAt, secret);
  serve(host, work.giveMaterial, give, secret);
  serve(host, work.refuseReceipt, refuseReceiptOf, secret);
  serve(host, work.beginSpecial, special, secret);
  serve(host, work.suspendAffair, suspend, secret);
  serve(host, work.resumeAffair, resume, secret);
  serve(host, work.askExtension, askLonger, secret);
  serve(host, work.decideAffairExtension, decideLonger, secret);
  serve(host, work.decideAffair, decide, secret);
  serve(host, work.deliverAffair, deliver, secret);
}
