// SPDX-License-Identifier: Apache-2.0
// Everything at once, to take away. Nothing of it is kept here.

import type { OwnConsent } from '@lilong/contracts/registry-guardians';
import type { OwnObjection } from '@lilong/contracts/registry-objections';
import type { OwnGrant, OwnGroup, OwnLook, ownFile } from '@lilong/contracts/registry-own';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { ownObjectionsOf } from '../objections/mine.ts';
import { oneself } from './bound.ts';
import { consentsOf } from './consents.ts';
import { bindingCard, grantsOf, type Tells } from './data.ts';
import { allOf } from './elsewhere.ts';
import { looksOf } from './looks.ts';
import { pageOf } from './page.ts';
import { toTake } from './values.ts';

/** What the JSON file says; docs/domain/registry.md describes it. */
export interface OwnDocument {
  readonly format: 'lilong.my-data/1';
  readonly made: string;
  readonly language: string;
  readonly binding: ReturnType<typeof bindingCard>;
  readonly groups: readonly OwnGroup[];
  readonly grants: readonly OwnGrant[];
  readonly consents: readonly OwnConsent[];
  readonly looks: readonly OwnLook[];
  readonly objections: readonly OwnObjection[];
}

const all = 100_000; // more than anybody is ever looked at

export const makeFile =
  (tells: Tells) =>
  async (ctx: Ctx, { as }: InputOf<typeof ownFile>): Promise<ReplyOf<typeof ownFile>> => {
    const { person, binding } = await oneself(ctx);
    const made: OwnDocument = {
      format: 'lilong.my-data/1',
      made: ctx.now.toISOString(),
      language: ctx.actor.language,
      binding: bindingCard(ctx, binding),
      groups: await allOf(ctx, person, toTake, tells.tellsOwn),
      grants: await grantsOf(ctx, person.no, { before: undefined, limit: all }, tells),
      consents: await consentsOf(ctx, person.no),
      looks: await looksOf(ctx, undefined, all),
      objections: await ownObjectionsOf(ctx, person.no),
    };
    ctx.note({ act: 'registry.own-file', subject: `person ${person.no}`, facts: { as } });
    const name = `my-data-${today(ctx)}`;
    if (as === 'json')
      return {
        name: `${name}.json`,
        type: 'application/json',
        text: `${JSON.stringify(made, null, 2)}\n`,
      };
    return { name: `${name}.html`, type: 'text/html', text: pageOf(ctx, made) };
  };
