// SPDX-License-Identifier: Apache-2.0
// 纸质材料: handed over by whoever has them, checked off by whom they go to, given back to their person.
import type * as routes from '@lilong/contracts/affair-papers';
import {
  type PaperAct,
  type PaperLine,
  type PaperState,
  paperFlow,
} from '@lilong/contracts/affair-papers';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { standAside } from '../registry/index.ts';
import { itemOfRow } from './items.ts';
import {
  countPapers,
  lockPaper,
  movePaper,
  type PaperFound,
  selectPapers,
} from './paper-queries.ts';
import { paperPolicy } from './policy.ts';
import { lookAtAffairs } from './reach.ts';
import { paperWayDays } from './settings.ts';
import { affairKey } from './standing.ts';

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
  const { body } = await itemOfRow(ctx, row.item_row);
  const material = body.materials.find(({ key }) => key === row.material);
  return {
    ...{ ref: formatRef('A', { street: row.street, no: row.application }), key: row.material },
    ...{ name: material?.name ?? row.material, nameEn: material?.nameEn ?? null },
    ...{ itemName: row.item_name, itemNameEn: row.item_name_en, affairState: row.affair_state },
    ...{ state: row.state, holderName: row.holderName, goingToName: row.goingToName },
    ...{ at: row.at.toISOString(), long: row.state === 'way' && row.at < before, to: row.others },
    can: {
      send: may(row, 'send') && row.others.length > 0,
      receive: may(row, 'receive'),
      miss: may(row, 'miss'),
      find: may(row, 'find'),
      give_back: may(row, 'give_back'),
    },
  };
}

/** Said by whom it goes to; all else by whoever has it. */
const sideOf = (act: PaperAct): 'hold' | 'receive' =>
  act === 'receive' || act === 'miss' ? 'receive' : 'hold';
const may = ({ state, can }: Pick<PaperFound, 'state' | 'can'>, act: PaperAct): boolean =>
  paperFlow[act].from.includes(state) && can[sideOf(act)] === true;

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
}

/** Does the same with each of them, or with none: the first that cannot be refuses all. */
async function moveAll(ctx: Ctx, act: PaperAct, { papers, to, words }: Acting): Promise<void> {
  ctx.requireEver(paperPolicy, sideOf(act));
  await lookAtAffairs(ctx);
  for (const { ref, key } of papers) {
    const paper = await lockPaper(ctx, affairKey(ref), key);
    if (paper === undefined) throw new Refusal('found.nothing', { what: 'paper' }, 'papers');
    await standAside(ctx, paper.person);
    if (paper.can[sideOf(act)] !== true) throw new Refusal('auth.denied', { action: act });
    if (to !== undefined && !paper.others.some((one) => one.organisation === to))
      throw new Refusal('papers.not-theirs', { ref }, 'to');
    await movePaper(ctx, paper, {
      ...{ did: act, ...paperAfter(paper, act, to ?? null), words: words ?? null },
    });
    tellPaper(ctx, paper, ref, to);
    ctx.note({
      act: 'papers.moved',
      subject: ref,
      place: paper.place,
      facts: { did: act, key, to },
    });
  }
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
