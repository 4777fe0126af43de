// SPDX-License-Identifier: Apache-2.0
// The decision: what the reckoning comes to is granted, or it is refused; with reasons and remedy, by somebody who did not visit.
import type { Reckoning } from '@lilong/contracts/assistance';
import type { decideAssistance } from '@lilong/contracts/assistance-work';
import { monthAfter } from '@lilong/contracts/days';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { moveAffairOf } from '../affairs/index.ts';
import { issueCertificate } from '../certificates/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { sayServer } from '../kernel/voice.ts';
import { sealed } from './kept.ts';
import { type Known, knowFor, shown } from './page.ts';
import { updateMatter } from './queries.ts';
import { recheckMonths } from './settings.ts';
import { ownOffice } from './staff.ts';
import type { AwardRow } from './tables.ts';

/** Something was granted, changed or ended: labels follow. */
export const awardedEvent = 'assistance.awarded';

export async function decide(
  ctx: Ctx,
  { grant, reason, remedy, ...at }: InputOf<typeof decideAssistance>,
): Promise<ReplyOf<typeof decideAssistance>> {
  const known = await knowFor(ctx, 'decide', at, 'decide');
  const { matter, reckoning, whole } = known;
  if (matter.visited_by === ctx.actor.account) throw new Refusal('assistance.second-person', {});
  if (whole.objections.some(({ answer }) => answer === null))
    throw new Refusal('assistance.stage', { stage: 'notice' });
  if (grant && (reckoning === null || reckoning.category === null))
    throw new Refusal('assistance.not-entitled', {});
  await moveAffairOf(ctx, matter, grant ? 'grant' : 'refuse', { reason, remedy });
  await updateMatter(ctx, matter, {
    reckoning: reckoning === null ? null : sealed(ctx, reckoning),
    over_at: grant ? null : ctx.now,
  });
  if (grant && reckoning !== null) await award(ctx, known, reckoning);
  ctx.note({ act: 'assistance.decided', subject: at.ref, place: matter.place, facts: { grant } });
  return shown(ctx, known);
}

async function award(ctx: Ctx, { matter, handled }: Known, reckoning: Reckoning): Promise<void> {
  const { category } = reckoning;
  if (category === null) return;
  const day = today(ctx);
  const recheckOn = monthAfter(day, await recheckMonths(ctx));
  const certificate = await certify(
    ctx,
    { matter, handled },
    { category, people: reckoning.people, to: recheckOn },
  );
  const row = await ctx.db
    .insertInto('assistance.award')
    .values({
      ...{
        street: matter.street,
        matter: matter.no,
        place: matter.place,
        decide_org: matter.decide_org,
      },
      ...{
        person: matter.person,
        people_nos: matter.people,
        account: handled.row.account,
        name: matter.name,
      },
      ...{ category, people: reckoning.people, amount_fen: reckoning.amountFen },
      ...{ standard_fen: reckoning.standardFen, sealed: sealed(ctx, reckoning), certificate },
      ...{ from_on: monthAfter(day, 0), ended_on: null, ended_why: null, recheck_on: recheckOn },
    })
    .returning(['street', 'no'])
    .executeTakeFirstOrThrow();
  tellAwarded(ctx, row, { label: category, was: null });
}

export function tellAwarded(
  ctx: Ctx,
  { street, no }: Pick<AwardRow, 'street' | 'no'>,
  facts: { readonly label: string | null; readonly was: string | null },
): void {
  ctx.emit({
    ...{ name: awardedEvent, street, subject: `award ${no}`, place: null },
    ...{ facts: { no, ...facts }, audience: {} },
  });
}

interface Certified {
  readonly category: NonNullable<Reckoning['category']>;
  readonly people: number;
  readonly to: string;
}
/** What is signed speaks Chinese. No amount stands on it: that changes. */
async function certify(
  ctx: Ctx,
  { matter, handled }: Pick<Known, 'matter' | 'handled'>,
  of: Certified,
) {
  const office = await ownOffice(ctx);
  const name = sayServer('zh', `assistance.category.${of.category}`);
  return issueCertificate(ctx, {
    ...{ person: matter.person, account: handled.row.account, item: handled.row.item, name },
    // Other matters ask for it, and take it by consent (data/service-materials.csv).
    kind: of.category === 'minimum' ? 'minimum_living' : null,
    ...{ organisation: office.no, organisationName: office.name, place: office.place },
    ...{ matter: formatRef('A', matter), to: of.to },
    holder: { name: matter.name, id: handled.idSays },
    says: [
      [sayServer('zh', 'assistance.says.category'), name],
      [
        sayServer('zh', 'assistance.says.people'),
        sayServer('zh', 'assistance.says.count', { count: of.people }),
      ],
    ],
  });
}
