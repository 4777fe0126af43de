// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import { homeCard, householdCard, personCard, revealValue } from '@lilong/contracts/registry';
import {
  changeCrowd,
  countCrowd,
  dropCrowd,
  exportCrowd,
  exportFile,
  keepCrowd,
  listCrowdPeople,
  listCrowds,
  mapCrowd,
} from '@lilong/contracts/registry-crowds';
import { findInRegistry } from '@lilong/contracts/registry-find';
import { lookAgainAtLabel, putLabel, registryWords } from '@lilong/contracts/registry-labels';
import {
  lookUpNumber,
  moveIn,
  moveOut,
  recordBirth,
  recordDeath,
} from '@lilong/contracts/registry-moves';
import {
  bindMe,
  endBinding,
  endGrant,
  offerBinding,
  ownData,
  ownFile,
  ownGrants,
  ownLooks,
  ownNumber,
  unbindMe,
} from '@lilong/contracts/registry-own';
import { showMe, shownYet } from '@lilong/contracts/registry-show';
import type { FastifyReply } from 'fastify';
import type { Host } from '../kernel/host.ts';
import { serve } from '../kernel/serve.ts';
import { serveTogether } from '../kernel/together.ts';
import { showHome, showHousehold, showPerson } from './cards.ts';
import { serveCaseLabels } from './case-labels/serve.ts';
import { countIn, listPeople, mapPeople } from './crowds/ask.ts';
import { fetchExport, takeOut } from './crowds/export.ts';
import { change, drop, keep, showCrowds } from './crowds/keep.ts';
import { serveDelays } from './delays/serve.ts';
import { serveDoors } from './doors/serve.ts';
import { find, findAll } from './find.ts';
import { serveGroups } from './groups/serve.ts';
import { serveInstitutions } from './institutions/serve.ts';
import { serveKeeping } from './keeping/serve.ts';
import { lookUp } from './look-up.ts';
import { lookAgain, mark } from './mark.ts';
import { serveMerging } from './merging/serve.ts';
import { makeBirth, makeDeath, makeMoveIn, makeMoveOut } from './moves.ts';
import { serveObjections } from './objections/serve.ts';
import { bind, offer, unbind, unbindFor } from './own/bind.ts';
import { openOwn, showGrants, showOwn, takeBackGrant } from './own/data.ts';
import { makeFile } from './own/file.ts';
import { serveKin } from './own/kin.ts';
import { showLooks } from './own/looks.ts';
import { show, showYet } from './own/show.ts';
import { reveal } from './reveal.ts';
import { serveSuppliers } from './supply/serve.ts';
import { serveTies } from './ties/serve.ts';
import { serveUploads } from './uploads/serve.ts';
import { showWords } from './words.ts';

export { accessOf, logAccess } from './access.ts';
export {
  type HeldPerson,
  type HeldValue,
  heldAmong,
  heldByGrant,
  heldByGrants,
  heldByGrantWith,
  heldOfMyself,
  heldOfOpened,
  stateByGrant,
  stateMyself,
  stateMyselfStill,
} from './held.ts';
export { type Housemate, householdOf, type KeepsHouse } from './household-of.ts';
export { type Kind as RegistryFile, kinds as registryFiles } from './import/fields.ts';
export { importRegistry, type Loaded, type Operate } from './import/run.ts';
export { actingStill, heldByMandate, stateActing, stateActingStill } from './mandates/act.ts';
export { letHelp, type MandateScope, mandateCard, openForWorker } from './mandates/give.ts';
export { type Helped, logHelped } from './mandates/log.ts';
export { endOne, showMandates } from './mandates/own.ts';
export type { MandateFound } from './mandates/queries.ts';
export { accountOfNumber } from './own/bound.ts';
export { endMatterGrants, matterGrants } from './own/matter-grants.ts';
export { redeemShown, type ShownBy } from './own/show.ts';
export { type Protection, protect } from './protection.ts';
export { type Look, lookAs, lookOf, lookOver } from './reach.ts';
export { lookAsRotation, registrySealed, registrySealer, rekeyDigests } from './rotate.ts';
export { type Seeding, seedRegistry } from './seed.ts';
export { seedRegistryRules } from './seed-rules.ts';
export { type Decided, labelByDecision, unlabelByDecision } from './supply/by-decision.ts';
export { type LoadedLabels, supplyFile } from './supply/file.ts';
export { standAside } from './ties/stand-aside.ts';
export { openAtDoor } from './visits/at-door.ts';
export { cameFor } from './visits/queries.ts';
export {
  beginVisit,
  closeVisit,
  endVisit,
  forgetVisits,
  openVisit,
  openWardOf,
  recognise,
  type Shown,
  visitOf,
} from './visits/visits.ts';

/** People, homes, households, and who is where. */
export function registryModule(host: Host): void {
  serveTogether(host, findInRegistry, findAll, { reads: true }, find);
  serve(host, registryWords, showWords);
  serve(host, personCard, showPerson, { writes: true });
  serve(host, homeCard, showHome);
  serve(host, householdCard, showHousehold);
  serve(host, revealValue, reveal);
  serve(host, lookUpNumber, lookUp);
  serve(host, moveIn, makeMoveIn);
  serve(host, moveOut, makeMoveOut);
  serve(host, recordBirth, makeBirth);
  serve(host, recordDeath, makeDeath);
  serve(host, putLabel, mark);
  serve(host, lookAgainAtLabel, lookAgain);
  serveCrowds(host);
  serveOwn(host);
  serveInstitutions(host);
  serveMerging(host);
  serveGroups(host);
  serveDoors(host);
  serveSuppliers(host);
  serveCaseLabels(host);
  serveObjections(host);
  serveKeeping(host);
  serveDelays(host);
  serveTies(host);
  serveUploads(host);
}

/** Crowds (社区人群): what is asked, and what is kept of it. */
function serveCrowds(host: Host): void {
  serve(host, listCrowds, showCrowds);
  serve(host, countCrowd, countIn, { reads: true });
  serve(host, listCrowdPeople, listPeople, { onReply: keptNowhere }); // it counts the labels that were used
  serve(host, mapCrowd, mapPeople, { reads: true });
  serve(host, keepCrowd, keep);
  serve(host, changeCrowd, change);
  serve(host, dropCrowd, drop);
  serve(host, exportCrowd, takeOut);
  serve(host, exportFile, fetchExport, { onReply: keptNowhere });
}

/** Neither on the way nor for a retry. */
const keptNowhere = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', 'no-store');

/** What somebody does with what is held about oneself, and how they come to. */
function serveOwn(host: Host): void {
  serve(host, offerBinding, offer, { secret: true });
  serve(host, endBinding, unbindFor);
  serve(host, bindMe, bind);
  serve(host, unbindMe, unbind);
  serve(host, showMe, show, { onReply: keptNowhere });
  serve(host, shownYet, showYet);
  serve(host, ownData, showOwn(host), { writes: true });
  serve(host, ownLooks, showLooks, { writes: true });
  serve(host, ownNumber, openOwn, { onReply: keptNowhere });
  serve(host, ownFile, makeFile(host), { onReply: keptNowhere });
  serve(host, endGrant, takeBackGrant);
  serve(host, ownGrants, showGrants(host), { writes: true });
  serveKin(host);
}
