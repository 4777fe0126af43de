// SPDX-License-Identifier: Apache-2.0
// Whose are the lines that departments have supplied? Looked up by the program, after the reply has gone.
import { daysAfter } from '@lilong/contracts/days';
import type { Entry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { labelNames, sealedFrom } from '../labels.ts';
import { lookOver } from '../reach.ts';
import { batchDigestOf, labelDigestOf, openValue, sealValue } from '../sealed.ts';
import { hexOf } from '../seed-queries.ts';
import {
  claimOfBatch,
  claimWaiting,
  claimWaitingOf,
  dropWaitingOf,
  type Ending,
  endLabels,
  type HeldOpen,
  type Said,
  sayLabels,
  selectDigestsOf,
  selectHolders,
  selectLiving,
  selectShared,
  settleWaiting,
  spreadLabelsOf,
} from './match-queries.ts';
import { selectWithdrawal, type Waiting, type Withdrawal } from './queries.ts';

/** Lines of one transaction. */
export const CHUNK = 500;

/** Looks whose some new lines of an organisation are. True when there may be more. */
export async function matchNew(ctx: Ctx, organisation: number): Promise<boolean> {
  const suppliers = [organisation];
  await lookOver(ctx, [], { suppliers });
  const lines = await claimWaiting(ctx, organisation, CHUNK);
  if (lines.length === 0) return false;
  await match(ctx, lines, suppliers);
  return lines.length === CHUNK;
}

/** Somebody came: what waits for them is said of them from now on. */
export async function matchPerson(ctx: Ctx, person: number): Promise<void> {
  await lookOver(ctx, [], { persons: [person] });
  const digests = (await selectDigestsOf(ctx, person)).map((digest) => Buffer.from(digest));
  if (digests.length === 0) return;
  await lookOver(ctx, [], { digests });
  const lines = await claimWaitingOf(ctx, digests);
  const suppliers = [...new Set(lines.map(({ organisation }) => organisation))];
  if (lines.length > 0) await match(ctx, lines, suppliers);
}

async function match(
  ctx: Ctx,
  lines: readonly Waiting[],
  suppliers: readonly number[],
): Promise<void> {
  const digests = lines.map(({ digest }) => Buffer.from(digest));
  await lookOver(ctx, [], { suppliers, digests });
  const holders = await selectHolders(ctx, digests);
  const persons = [...new Set(holders.values())];
  await lookOver(ctx, [], { suppliers, persons });
  const living = await selectLiving(ctx, persons);
  const found = lines.flatMap((line) => {
    const person = holders.get(Buffer.from(line.digest).toString('hex'));
    return person === undefined ? [] : [{ ...line, person, ...opened(ctx, line.sealed) }];
  });
  await sayFound(
    ctx,
    found.filter(({ act, person }) => act === 'supply' && living.has(person)),
  );
  await endFound(
    ctx,
    found.filter(({ act }) => act === 'withdraw'),
  );
  await spreadLabelsOf(ctx, persons);
  const known = new Set(found.map(({ key }) => key));
  const isDone = ({ key, act }: Waiting): boolean => act === 'withdraw' || known.has(key);
  await settleWaiting(
    ctx,
    lines.filter(isDone).map(({ key }) => key),
    lines.filter((line) => !isDone(line)).map(({ key }) => key),
  );
}

interface Opened {
  readonly code: string;
  readonly words?: string;
}
export const opened = (ctx: Ctx, sealed: Uint8Array): Opened =>
  JSON.parse(openValue(ctx.keys, sealed)) as Opened; // written by supply.ts, or by `saidOf`
type Found = Waiting & Opened & { readonly person: number };

async function sayFound(ctx: Ctx, found: readonly Found[]): Promise<void> {
  const names = await labelNames(ctx);
  // Somebody may have two documents: of one label the last line counts.
  const last = new Map(found.map((one) => [`${one.person} ${one.code} ${one.organisation}`, one]));
  await sayLabels(
    ctx,
    [...last.values()].map((one) => saidOf(ctx, one, names.get(one.code))),
  );
}

function saidOf(ctx: Ctx, found: Found, entry: Entry | undefined): Said {
  const { person, organisation, code, words = null, from_on, until, batch } = found;
  const isSealed = Number(entry?.body.sensitivity ?? sealedFrom) >= sealedFrom;
  const days = Number(entry?.body.lookAgainDays ?? 0);
  return {
    ...{ person, organisation, valid_from: from_on, until },
    code: isSealed ? null : code,
    words: isSealed ? null : words,
    digest: isSealed ? hexOf(labelDigestOf(ctx.keys, person, code)) : null,
    sealed: isSealed ? hexOf(found.sealed) : null,
    look_again: days === 0 ? null : daysAfter(today(ctx), days),
    batch: batch === null ? null : hexOf(batch),
  };
}

async function endFound(ctx: Ctx, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return;
  const persons = found.map(({ person }) => person);
  const held = await selectShared(ctx, persons);
  const endings = found.flatMap((one) => {
    const digest = labelDigestOf(ctx.keys, one.person, one.code);
    const isIt = (label: HeldOpen): boolean =>
      label.person === one.person &&
      label.organisation === one.organisation &&
      (label.code === one.code || (label.digest !== null && digest.equals(label.digest)));
    return held
      .filter(isIt)
      .map((label) => endingOf(ctx, label, { on: one.from_on, reason: one.words ?? '' }));
  });
  await endLabels(ctx, endings);
}

/** Of a sealed label the reason is sealed as well. */
export function endingOf(ctx: Ctx, { no, sealed }: HeldOpen, { on, reason }: Withdrawal): Ending {
  if (sealed === null) return { no, on, why: reason, sealed: null };
  const text = JSON.stringify({ ...opened(ctx, sealed), why: reason });
  return { no, on, why: null, sealed: hexOf(sealValue(ctx.keys, text)) };
}

/** Ends what a withdrawn batch said. True when there may be more. */
export async function endBatch(ctx: Ctx, organisation: number, batch: number): Promise<boolean> {
  const suppliers = [organisation];
  await lookOver(ctx, [], { suppliers });
  const withdrawal = await selectWithdrawal(ctx, batch);
  if (withdrawal === undefined) return false;
  const digest = batchDigestOf(ctx.keys, batch);
  await dropWaitingOf(ctx, digest);
  const labels = await claimOfBatch(ctx, digest, CHUNK);
  const persons = [...new Set(labels.map(({ person }) => person))];
  await lookOver(ctx, [], { suppliers, persons });
  await endLabels(
    ctx,
    labels.map((label) => endingOf(ctx, label, withdrawal)),
  );
  await spreadLabelsOf(ctx, persons);
  return labels.length === CHUNK;
}
