// SPDX-License-Identifier: Apache-2.0
// What somebody in office decides about the case in front of them. Pages say what may be done.
import type { CasePage } from '@lilong/contracts/case-shapes';
import { askReporter, type MoveInput, mergeCases } from '@lilong/contracts/case-work';
import type { Role } from '@lilong/contracts/identity';
import type { City } from './city.ts';
import type { Offices, Staff } from './offices.ts';
import { otherLike } from './same.ts';

export interface Before {
  readonly city: City;
  readonly offices: Offices;
  readonly staff: Staff;
  readonly page: CasePage;
}
type Decided = Omit<MoveInput, 'ref' | 'version'>;
/** A move; `done` when another act was made; undefined when it is left to others. */
type Decision = (before: Before) => Promise<Decided | 'done' | undefined>;

export const decisions: Readonly<Partial<Record<Role, Decision>>> = {
  committee_worker: ofWorker,
  dispatcher: ofDispatcher,
  street_leader: ofLeader,
  department_officer: ofOfficer,
  crew: ofCrew,
  checker: ofChecker,
};

async function ofWorker(before: Before): Promise<Decided | undefined> {
  const { city, page } = before;
  if (page.line.state === 'pending_verify') return verdict(city);
  if (page.line.can.self_handle !== true) return undefined;
  if (city.chance.yes(0.35)) return selfHandled(before);
  return city.chance.yes(0.3) ? { move: 'raise' } : undefined;
}
async function selfHandled({ city, staff, page }: Before): Promise<Decided> {
  const sentence = city.sentenceOf(page.line.title);
  const { outcome } = sentence;
  if (city.chance.yes(0.5)) return { move: 'self_handle', outcome, reason: outcome };
  const photos = [await staff.browser.upload(city.photo(sentence, 'after'))];
  return { move: 'self_handle', outcome, photos };
}

async function ofDispatcher(before: Before): Promise<Decided | 'done' | undefined> {
  switch (before.page.line.state) {
    case 'reported':
    case 'pending_register':
      return received(before);
    case 'pending_dispatch':
      return sendingOn(before);
    case 'pending_close':
      return closing(before);
    default:
      return undefined;
  }
}
async function received(before: Before): Promise<Decided | 'done' | undefined> {
  const { city, offices, page, staff } = before;
  const { chance } = city;
  const { ref } = page.line;
  if (page.question !== null) return undefined; // until it is answered
  const other = await otherLike(before);
  if (other !== undefined) {
    await staff.browser.call(mergeCases, { ref, others: [other] });
    await offices.look(other);
    return 'done';
  }
  const isNew = page.flow.length === 1;
  if (isNew && page.reports.some(({ account }) => account) && chance.yes(0.08)) {
    await staff.browser.call(askReporter, { ref, words: city.say('ask').words });
    return 'done';
  }
  if (isNew && chance.yes(0.08)) return { move: 'verify' };
  const notFound = page.flow.some(({ move }) => move === 'not_found');
  if (page.line.can.decline === true && (notFound || chance.yes(0.05))) {
    const { code, words } = city.say('decline');
    return { move: 'decline', reasonCode: notFound ? 'not_found' : code, reason: words };
  }
  const category = page.line.category ?? city.sentenceOf(page.line.title).category;
  return { move: 'register', category, condition: 1, ...aboutReturn(before) };
}
async function sendingOn(before: Before): Promise<Decided> {
  return { move: 'dispatch', organisation: await whoseTask(before), ...aboutReturn(before) };
}
/** What came back is sent on with a word about why it did. */
function aboutReturn({ city, page }: Before): { words?: string } {
  return page.line.handedBack ? { words: city.say('redispatch').words } : {};
}
async function closing({ city, page }: Before): Promise<Decided> {
  if (city.chance.yes(0.03)) return { move: 'recheck', reason: city.say('recheck').words };
  const met = page.conditions.find(({ order }) => order === page.condition);
  const { outcome } = city.sentenceOf(page.line.title);
  return { move: 'close', closing: met?.closeWhen ?? outcome, outcome };
}

/** Whom the responsibility list proposes, when somebody sits there; else the department behind the door. */
async function whoseTask({ offices, page }: Before): Promise<number> {
  for (const { organisation } of page.proposals)
    if ((await offices.open(organisation)) !== undefined) return organisation;
  return offices.last;
}
async function ofLeader(before: Before): Promise<Decided | undefined> {
  if (before.page.line.state !== 'pending_dispatch') return undefined;
  const reason = before.city.say('rule').words;
  return { move: 'rule', organisation: await whoseTask(before), reason };
}

async function ofOfficer({ city, offices, staff, page }: Before): Promise<Decided | undefined> {
  const { chance } = city;
  const words = city.say('finish').words;
  switch (page.line.state) {
    case 'pending_handle':
      return page.line.can.return === true && chance.yes(0.06)
        ? returning(city)
        : { move: 'accept' };
    case 'handling': {
      if (page.crewName !== null) return undefined; // somebody is out there
      const crew = (await offices.open(staff.organisation))?.crew;
      if (crew !== undefined && chance.yes(0.6))
        return { move: 'assign', crew, words: city.say('assign').words };
      return { move: 'finish', words };
    }
    case 'handle_finish':
      return chance.yes(0.04)
        ? { move: 'redo', reason: city.say('rework').words }
        : { move: 'finish', words };
    default:
      return undefined;
  }
}
function returning(city: City): Decided {
  const { code, words } = city.say('return');
  return { move: 'return', ground: code, reason: words };
}

async function ofCrew({ city, staff, page }: Before): Promise<Decided | undefined> {
  if (page.line.state !== 'handling') return undefined;
  const sentence = city.sentenceOf(page.line.title);
  const done = { move: 'crew_done', words: sentence.outcome } as const;
  if (city.chance.yes(0.5)) return done;
  return { ...done, photos: [await staff.browser.upload(city.photo(sentence, 'after'))] };
}
async function ofChecker(before: Before): Promise<Decided | undefined> {
  const { city, page } = before;
  if (page.line.state === 'pending_verify') return verdict(city);
  if (page.line.state !== 'pending_check') return undefined;
  const again = page.reworks < 2 && city.chance.yes(0.06);
  return again
    ? { move: 'rework', reason: city.say('rework').words }
    : { move: 'pass', ...aboutReturn(before) };
}
function verdict(city: City): Decided {
  const move = city.chance.yes(0.85) ? 'verified' : 'not_found';
  return { move, words: city.say(move).words };
}
