// SPDX-License-Identifier: Apache-2.0
// 纸质材料: handed over by whoever has them, checked off by whom they go to, given back to their person.
import type * as routes from '@lilong/contracts/affair-papers';
import {
  type PaperAct,
  type PaperLine,
  type PaperState,
  paperFlow,
} from '@lilong/contracts/affair-papers';
import { formatRef, parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { standAside } from '../registry/index.ts';
import { itemOfRow } from './items.ts';
import { noteBack } from './paper-got.ts';
import {
  countPapers,
  lockPaper,
  movePaper,
  type PaperFound,
  type PapersOf,
  selectPapers,
} from './paper-queries.ts';
import { doorRoles, paperPolicy } from './policy.ts';
import { lookAtAffairs } from './reach.ts';
import { paperWayDays } from './settings.ts';

const pageSize = 50;
const DAY_MS = 86_400_000;

export async function showPapers(
  ctx: Ctx,
  { tab = 'here', after }: InputOf<typeof routes.listPapers>,
): Promise<ReplyOf<typeof routes.listPapers>> {
  ctx.requireEver(paperPolicy, 'list');
  await lookAtAffairs(ctx);
  const days = await paperWayDays(ctx);
  const before = new Date(ctx.now.getTime() - days * DAY_MS);
  const limit = pageSize + 1;
  const rows = await selectPapers(ctx, { tab, before, limit, after: cursor(after) });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const papers: PaperLine[] = [];
  for (const row of page) papers.push(await lineOf(ctx, row, before));
  return {
    ...{ papers, counts: await countPapers(ctx, before), days },
    next: rows.length > page.length && last ? `${last.at.toISOString()},${last.no}` : null,
  };
}

function cursor(after: string | undefined): { at: string; no: number } | undefined {
  const [at = '', no = ''] = (after ?? '').split(',');
  return Number.isNaN(Date.parse(at)) || !/^\d{1,15}$/.test(no)
    ? undefined
    : { at, no: Number(no) };
}

async function lineOf(ctx: Ctx, row: PaperFound, before: Date): Promise<PaperLine> {
  return {
    ...{ ref: refOf(row), key: row.material, ...(await nameOf(ctx, row)) },
    ...{ itemName: row.item_name, itemNameEn: row.item_name_en, affairState: row.affair_state },
    ...{ door: doorOf(row), count: row.counted ?? row.count },
    ...{ state: row.state, holderName: row.holderName, goingToName: row.goingToName },
    ...{ at: row.at.toISOString(), long: row.state === 'way' && row.at < before, to: row.others },
    notGot: row.state === 'missing' && row.said === 'not_got',
    can: {
      send: may(row, 'send') && row.others.length > 0,
      receive: may(row, 'receive') && !isUncounted(row),
      miss: may(row, 'miss') && !isUncounted(row),
      find: may(row, 'find'),
      give_back: may(row, 'give_back'),
    },
  };
}

/** Of the application; before there is one, of the slip. */
const refOf = (row: PaperFound): string =>
  row.application === null
    ? (doorOf(row) ?? '')
    : formatRef('A', { street: row.street, no: row.application });
const doorOf = ({ door, door_street: street }: PaperFound): string | null =>
  door === null || street === null ? null : formatRef('D', { street, no: door });

async function nameOf(ctx: Ctx, row: PaperFound): Promise<Pick<PaperLine, 'name' | 'nameEn'>> {
  if (row.name !== null) return { name: row.name, nameEn: row.name_en };
  const { body } = await itemOfRow(ctx, row.item_row ?? 0);
  const material = body.materials.find(({ key }) => key === row.material);
  return { name: material?.name ?? row.material, nameEn: material?.nameEn ?? null };
}

type Side = 'hold' | 'receive' | 'give_back' | 'return';
/** Said by whom it goes to; all else by whoever has it. At a door it is returned: its person says yes. */
export const sideOf = (act: PaperAct): Side => {
  if (act === 'receive' || act === 'miss') return 'receive';
  return act === 'give_back' ? act : 'hold';
};
export const may = (
  { state, can }: Pick<PaperFound, 'state' | 'can'>,
  act: PaperAct,
  side: Side = sideOf(act),
): boolean => paperFlow[act].from.includes(state) && can[side] === true;

/** What came from a door is counted first (doorstep.ts): how many are there is said of each. */
export const isUncounted = ({ door, counted }: Pick<PaperFound, 'door' | 'counted'>): boolean =>
  door !== null && counted === null;

/**
 * Where a paper is after an act. Pure.
 *
 * @throws {Refusal} papers.state when it is not where the act begins
 */
export function paperAfter(
  { state, holder, going_to: goingTo }: Pick<PaperFound, 'state' | 'holder' | 'going_to'>,
  act: PaperAct,
  to: number | null,
): { state: PaperState; holder: number | null; goingTo: number | null } {
  const { from, to: next } = paperFlow[act];
  if (!from.includes(state)) throw new Refusal('papers.state', { state });
  const has = act === 'receive' ? goingTo : holder;
  return {
    state: next,
    holder: act === 'give_back' ? null : has,
    goingTo: act === 'send' ? to : null,
  };
}

interface Acting {
  readonly papers: readonly { readonly ref: string; readonly key: string }[];
  readonly to?: number;
  readonly words?: string | undefined;
  readonly signed?: boolean | undefined;
}

/** Does the same with each of them, or with none: the first that cannot be refuses all. */
async function moveAll(
  ctx: Ctx,
  act: PaperAct,
  { papers, to, words, signed = false }: Acting,
): Promise<void> {
  ctx.requireEver(paperPolicy, sideOf(act));
  await lookAtAffairs(ctx);
  for (const { ref, key } of papers) {
    const paper = await paperOf(ctx, papersOf(ref), key);
    if (to !== undefined && !paper.others.some((one) => one.organisation === to))
      throw new Refusal('papers.not-theirs', { ref }, 'to');
    if (isUncounted(paper) && sideOf(act) === 'receive' && !atDoor(ctx))
      throw new Refusal('papers.count-first', { ref: doorOf(paper) ?? ref }, 'papers');
    await move(ctx, act, paper, { to, words, signed });
  }
}

const atDoor = ({ actor: { post } }: Ctx): boolean =>
  post !== null && doorRoles.includes(post.role);

/** @throws {Refusal} found.nothing when a digit was misheard */
function papersOf(ref: string): PapersOf {
  const [application, door] = [parseRef('A', ref), parseRef('D', ref)];
  if (application !== undefined) return { of: 'A', key: application };
  if (door !== undefined) return { of: 'D', key: door };
  throw new Refusal('found.nothing', { what: 'paper' }, 'papers');
}

/**
 * The paper, locked. The transaction has stated what it may see.
 *
 * @throws {Refusal} found.nothing; registry.own-household
 */
export async function paperOf(ctx: Ctx, of: PapersOf, key: string): Promise<PaperFound> {
  const paper = await lockPaper(ctx, of, key);
  if (paper === undefined) throw new Refusal('found.nothing', { what: 'paper' }, 'papers');
  await standAside(ctx, paper.person);
  return paper;
}

interface Moving {
  readonly to?: number | undefined;
  readonly words?: string | undefined;
  readonly counted?: number;
  readonly side?: Side;
  /** Given back: they signed for it on the slip. */
  readonly signed?: boolean;
}
/** @throws {Refusal} auth.denied where it is not theirs to say; papers.state */
export async function move(
  ctx: Ctx,
  act: PaperAct,
  paper: PaperFound,
  { to, words, counted, side = sideOf(act), signed = false }: Moving,
): Promise<void> {
  if (paper.can[side] !== true) throw new Refusal('auth.denied', { action: act });
  const again = paper.door !== null && (act === 'find' || (act === 'send' && atDoor(ctx)));
  await movePaper(ctx, paper, {
    ...{ did: act, ...paperAfter(paper, act, to ?? null), words: words ?? null },
    counted: again ? null : counted,
  });
  if (act === 'give_back') await givenBack(ctx, paper, side, signed);
  const ref = refOf(paper);
  tellPaper(ctx, paper, ref, to);
  const facts = { did: act, key: paper.material, to };
  ctx.note({ act: 'papers.moved', subject: ref, place: paper.place, facts });
}

/** Who says so, and whether its person did: at the door they said yes. */
async function givenBack(
  ctx: Ctx,
  { street, application, holder, material }: PaperFound,
  side: Side,
  signed: boolean,
): Promise<void> {
  if (application === null || holder === null) return;
  const atWindow = signed ? 'slip' : 'given';
  const said = side === 'return' ? 'own' : atWindow;
  await noteBack(ctx, { street, application, office: holder, material, said });
}

/** Whoever has it, gets it, or brought it, looks again. */
function tellPaper(ctx: Ctx, paper: PaperFound, ref: string, to: number | undefined): void {
  const organisations = [paper.holder, paper.going_to, to ?? null].filter((one) => one !== null);
  ctx.emit({
    ...{ name: 'affair.paper', street: paper.street, subject: ref, place: null, facts: {} },
    audience: { organisations, accounts: paper.account === null ? [] : [paper.account] },
  });
}

type Reply = Promise<{ done: true }>;
export async function send(ctx: Ctx, input: InputOf<typeof routes.sendPapers>): Reply {
  await moveAll(ctx, 'send', input);
  return { done: true };
}
export async function receivePapersHere(
  ctx: Ctx,
  { papers, words }: InputOf<typeof routes.receivePapers>,
): Reply {
  const [there, not] = [papers.filter((one) => one.there), papers.filter((one) => !one.there)];
  await moveAll(ctx, 'receive', { papers: there, words });
  await moveAll(ctx, 'miss', { papers: not, words });
  return { done: true };
}
export async function find(ctx: Ctx, input: InputOf<typeof routes.findPapers>): Reply {
  await moveAll(ctx, 'find', input);
  return { done: true };
}
export async function giveBack(ctx: Ctx, input: InputOf<typeof routes.giveBackPapers>): Reply {
  await moveAll(ctx, 'give_back', input);
  return { done: true };
}
