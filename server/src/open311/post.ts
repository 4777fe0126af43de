// SPDX-License-Identifier: Apache-2.0

import type { Receipt } from '@lilong/contracts/cases';
import { dangerIn } from '@lilong/contracts/danger';
import { dangerWords } from '@lilong/contracts/danger-words';
import { parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { openReport } from '../cases/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { sayServer } from '../kernel/voice.ts';
import { type Fields, Refusals, textOf } from './fields.ts';
import type { Spark } from './format.ts';
import { insertRequest, type KeyRow } from './key-queries.ts';
import { storedKey } from './keys.ts';
import { serviceNames } from './listing.ts';
import { answerBy, askAt } from './notices.ts';
import { findWhere, type Said, saidWhere } from './where.ts';

const longestWords = 2000; // characters, as a report has it

/** What a client posted, read but not yet looked up. */
interface Posted {
  readonly service: string;
  readonly where: Said;
  readonly words: string | undefined;
  readonly contact: { readonly name: string | null; readonly phone: string | null } | null;
  readonly hasMedia: boolean;
}

/**
 * Opens a report for somebody. Pictures elsewhere are not fetched: this program sends no requests out.
 *
 * @throws {Refusals} everything that is missing or broken; {Refusal} open311.service, and what the place is refused with
 */
export async function postRequest(ctx: Ctx, key: KeyRow, fields: Fields): Promise<Spark> {
  ctx.settled('an API key that may report');
  const { service, where, words, contact, hasMedia } = read(fields);
  const name = (await serviceNames(ctx)).get(service);
  if (name === undefined) throw new Refusal('open311.service', { code: service }, 'service_code');
  const { place, address, point } = await findWhere(ctx, where);
  const said = words ?? name;
  const receipt = await openReport(
    ctx,
    { place, address, ...(point && { point }), words: said, photos: [], category: service },
    {
      channel: 'open311',
      account: null,
      contact: contact && ctx.keys.seal(JSON.stringify(contact)),
      outsideNo: null,
      outsideSub: null,
      enteredBy: null,
    },
  );
  await remember(ctx, key, receipt, service);
  const service_notice = noticeOf(ctx, receipt, said, hasMedia);
  return [{ service_request_id: receipt.caseRef, service_notice, account_id: null }];
}

/** The key may follow what it posted, whatever the category becomes. */
async function remember(ctx: Ctx, key: KeyRow, receipt: Receipt, service: string): Promise<void> {
  const opened = parseRef('C', receipt.caseRef);
  if (opened === undefined) throw new Error(`no case is called ${receipt.caseRef}`);
  const no = await storedKey(ctx, key);
  await insertRequest(ctx, { ...opened, key: no, service });
  ctx.note({ act: 'open311.posted', subject: receipt.caseRef, facts: { key: no, service } });
}

function read(fields: Fields): Posted {
  const wrong: Refusal[] = [];
  const attempt = <T>(reading: () => T): T | undefined => {
    try {
      return reading();
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      wrong.push(thrown);
      return undefined;
    }
  };
  const service = attempt(() => needed(fields, 'service_code', 60));
  const where = attempt(() => saidWhere(fields));
  const words = attempt(() => textOf(fields, 'description', longestWords));
  const contact = attempt(() => contactOf(fields)) ?? null;
  if (service === undefined || where === undefined || wrong.length > 0) throw new Refusals(wrong);
  return { service, where, words, contact, hasMedia: fields.has('media_url') };
}

function needed(fields: Fields, name: string, most: number): string {
  const text = textOf(fields, name, most);
  if (text === undefined) throw new Refusal('input.invalid', { field: name, rule: 'required' });
  return text;
}

/** Name, and telephone or else e-mail. Nothing else of the person is kept: no device, no account. */
function contactOf(fields: Fields): Posted['contact'] {
  const [first, last] = [textOf(fields, 'first_name', 40), textOf(fields, 'last_name', 40)];
  const phone = textOf(fields, 'phone', 40);
  const email = textOf(fields, 'email', 100);
  const name = fullName(first, last);
  const reach = phone ?? email ?? null;
  return name === null && reach === null ? null : { name, phone: reach };
}

/** 林阿婆, but John Smith. */
function fullName(first: string | undefined, last: string | undefined): string | null {
  const parts = [first, last].filter((part) => part !== undefined);
  if (parts.length === 0) return null;
  const isHan = parts.every((part) => /^\p{Script=Han}+$/u.test(part));
  return isHan ? parts.toReversed().join('') : parts.join(' ');
}

/** Whom to call first when there is danger; the promise; where to ask. */
function noticeOf(ctx: Ctx, receipt: Receipt, said: string, hasMedia: boolean): string {
  const { language } = ctx.actor;
  const danger = dangerIn(said, dangerWords);
  const { placeName, committeePhone } = receipt;
  const sentences = [
    ...(danger === undefined ? [] : [danger.say[language]]),
    answerBy(ctx, new Date(receipt.answerDue)),
    ...(committeePhone === null ? [] : [askAt(ctx, placeName, committeePhone)]),
    ...(hasMedia ? [sayServer(language, 'open311.no-media')] : []),
  ];
  return sentences.join(language === 'zh' ? '' : ' ');
}
