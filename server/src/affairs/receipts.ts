// SPDX-License-Identifier: Apache-2.0
// 受理凭证: the sheet that a window prints, that its holder has at home too, and that whoever holds it follows the matter with.
import { randomBytes } from 'node:crypto';
import {
  type FollowedAffair,
  type followReceipt,
  type printMyReceipt,
  type printReceipt,
  type Receipt,
  receiptKindOf,
} from '@lilong/contracts/affair-receipts';
import type { AffairPage } from '@lilong/contracts/affairs';
import type { ItemBody } from '@lilong/contracts/item-body';
import { documentKinds, documentOf, lawLine } from '@lilong/contracts/item-documents';
import { maskName } from '@lilong/contracts/mask';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf } from '@lilong/contracts/route';
import { letterOf } from '../certificates/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { settingOf } from '../kernel/in-force.ts';
import type { Keys } from '../kernel/keys.ts';
import { makeLimit } from '../kernel/limits.ts';
import { scannable } from '../kernel/qr.ts';
import { logAccess, lookAs, standAside } from '../registry/index.ts';
import { stateApplicant, tellHelped } from './acting.ts';
import { iso, latenessOf } from './lines.ts';
import { pageOf } from './page.ts';
import { itemOf } from './parts.ts';
import { lookAtAffairs } from './reach.ts';
import { insertReceipt, selectFollowed } from './receipt-queries.ts';
import { affairKey, lockFor } from './standing.ts';
import type { ApplicationRow } from './tables.ts';

/** For whoever stands at the window. The person can read that it was printed. */
export async function print(ctx: Ctx, { ref }: InputOf<typeof printReceipt>): Promise<Receipt> {
  await lookAtAffairs(ctx);
  const row = await lockFor(ctx, 'read', affairKey(ref));
  await standAside(ctx, row.person);
  const receipt = await receiptOf(ctx, row);
  await lookAs(ctx, { persons: [row.person] });
  await logAccess(ctx, {
    ...{ person: row.person, act: 'card', purpose: 'affair', elements: ['affairs'] },
  });
  const office = ctx.actor.post?.organisation;
  const isTheirs = office === row.decide_org || office === row.deliver_org;
  return isTheirs || receipt.document === null ? receipt : masked(receipt);
}

/** A letter is read whole by its person, by whoever decided and by whoever hands it over. */
const masked = (receipt: Receipt): Receipt => ({
  ...receipt,
  ...{ name: maskName(receipt.name), letter: null },
});

export async function printMine(
  ctx: Ctx,
  { ref, mandate }: InputOf<typeof printMyReceipt>,
): Promise<Receipt> {
  const by = await stateApplicant(ctx, mandate);
  const row = await lockFor(ctx, 'own', affairKey(ref));
  await tellHelped(ctx, by, 'receipt', row.item);
  const receipt = await receiptOf(ctx, row);
  return by === undefined ? receipt : masked(receipt);
}

/** @throws {Refusal} affairs.wrong-state of a draft */
async function receiptOf(ctx: Ctx, row: ApplicationRow): Promise<Receipt> {
  const ref = formatRef('A', row);
  const kind = receiptKindOf(row.state);
  if (kind === undefined) throw new Refusal('affairs.wrong-state', { ref, state: row.state });
  const { body } = await itemOf(ctx, row);
  const page = await pageOf(ctx, row);
  const document = decidedBy(body, page);
  const token = randomBytes(16).toString('base64url');
  await insertReceipt(ctx, row, digestOf(ctx.keys, token));
  ctx.note({ act: 'affairs.receipt', subject: ref, place: row.place, facts: { state: row.state } });
  const { where, hours, phone = null, complaints = null } = body.contact;
  return {
    ...{ kind, ...sheetOf(page), document },
    letter: document === null ? null : await letterOf(ctx, ref),
    contact: { where, hours, phone, complaints },
    printedAt: ctx.now.toISOString(),
    ...(await scannable(ctx, `/receipt#${token}`)),
  };
}

/** 决定书: by the template of the version that the application began with. What several offices decided has a notice. */
function decidedBy(body: ItemBody, { decision, parts }: AffairPage): Receipt['document'] {
  const kind = documentKinds.find((one) => one === decision?.outcome);
  if (kind === undefined || parts.length > 0) return null;
  const { law, result } = body;
  return { ...documentOf(body, kind), law: lawLine(law), result: result.name };
}

type Sheet = Omit<
  Receipt,
  'kind' | 'document' | 'letter' | 'contact' | 'printedAt' | 'url' | 'qrSvg'
>;
function sheetOf(page: AffairPage): Sheet {
  const { ref, itemName, itemNameEn, departmentName, state, name, appliedAt } = page;
  const { receivedAt, acceptedAt, receiveName, acceptName, decideName, materials } = page;
  const { correction, promised, legal, dueAt, legalDueAt, clock, provisional, decision } = page;
  const { deliverBy, deliverName, helperName } = page;
  return {
    ...{ ref, itemName, itemNameEn, departmentName, state, name, appliedAt, receivedAt },
    ...{ acceptedAt, receiveName, acceptName, decideName, materials, correction, promised },
    ...{
      legal,
      dueAt,
      legalDueAt,
      clock,
      provisional,
      decision,
      deliverBy,
      deliverName,
      helperName,
    },
  };
}

const digestOf = (keys: Keys, token: string): string => keys.digest('code', `receipt ${token}`);
/** By today's key, and by those of before. */
export const digestsOf = ({ keys }: Pick<Ctx, 'keys'>, token: string): string[] =>
  [keys, ...keys.earlier].map((one) => digestOf(one, token));

/** Somebody who guesses: a hall of people may share one address, and 128 bits are not guessed. */
const followLimit = makeLimit(120, 10);
/** Days after it is over. 示例. */
const followDays = 90;
export const daysToFollow = (ctx: Ctx): Promise<number> =>
  settingOf(ctx, 'affair_follow_days', followDays);

/**
 * With the sheet in hand, without an account.
 *
 * @throws {Refusal} found.nothing when the sheet opens nothing, or no longer; auth.too-many
 */
export async function follow(
  ctx: Ctx,
  { token }: InputOf<typeof followReceipt>,
): Promise<FollowedAffair> {
  followLimit.count(ctx.actor.address, ctx.now);
  const row = await selectFollowed(ctx, digestsOf(ctx, token), await daysToFollow(ctx));
  if (row === undefined) throw new Refusal('found.nothing', { what: 'receipt' }, 'token');
  return {
    ...{ ref: formatRef('A', row), itemName: row.item_name, itemNameEn: row.item_name_en },
    ...{ receiveName: row.receiveName, acceptName: row.acceptName, decideName: row.decideName },
    ...{ deliverName: row.deliverName, state: row.state, clock: row.clock },
    ...{ appliedAt: iso(row.applied_at), dueAt: iso(row.due_at), provisional: row.provisional },
    ...{ lateness: latenessOf(row.due_at, ctx.now), askedUntil: iso(row.asked_until) },
    deliverBy: row.deliver_by,
    timeline: row.steps.map(({ at, dueAt, ...step }) => ({
      ...step,
      at: new Date(at).toISOString(),
      dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
    })),
  };
}
