// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/cases';
import { dangerIn } from '@lilong/contracts/danger';
import { dangerWords } from '@lilong/contracts/danger-words';
import { parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { openReport, sayMore } from '../cases/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { attempt, type Fields, needed, Refusals, textOf } from './fields.ts';
import type { Spark } from './format.ts';
import { insertRequest, type KeyRow } from './key-queries.ts';
import { storedKey } from './keys.ts';
import { serviceNames } from './listing.ts';
import { type Media, mediaNotices, mediaOf, mostWords } from './media.ts';
import { answerBy, askAt } from './notices.ts';
import type { Posted } from './serve.ts';
import { findWhere, type Said, saidWhere } from './where.ts';

/** What a client posted, read but not yet looked up. */
interface Post {
  readonly service: string;
  readonly where: Said;
  readonly words: string | undefined;
  readonly contact: { readonly name: string | null; readonly phone: string | null } | null;
}

/**
 * Opens a report for somebody.
 *
 * @throws {Refusals} everything that is missing or broken; {Refusal} open311.service, and what the place is refused with
 */
export async function postRequest(ctx: Ctx, posted: Posted): Promise<Spark> {
  ctx.settled('an API key that may report');
  const { service, where, words, contact } = read(posted.fields);
  const name = (await serviceNames(ctx)).get(service);
  if (name === undefined) throw new Refusal('open311.service', { code: service }, 'service_code');
  const { place, address, point } = await findWhere(ctx, where);
  const said = words ?? name;
  const media = mediaOf(posted);
  const receipt = await openReport(
    ctx,
    {
      place,
      address,
      ...(point && { point }),
      words: said,
      photos: [...media.photos],
      category: service,
    },
    {
      channel: 'open311',
      account: null,
      contact: contact && ctx.keys.seal(JSON.stringify(contact)),
      outsideNo: null,
      outsideSub: null,
      enteredBy: null,
    },
  );
  const opened = await remember(ctx, posted.key, receipt, service);
  if (media.links.length > 0) await sayMore(ctx, opened, { photos: [], links: media.links });
  const service_notice = noticeOf(ctx, receipt, said, media);
  return [{ service_request_id: receipt.caseRef, service_notice, account_id: null }];
}

/** The key may follow what it posted, whatever the category becomes. */
async function remember(ctx: Ctx, key: KeyRow, receipt: Receipt, service: string): Promise<RowKey> {
  const opened = parseRef('C', receipt.caseRef);
  if (opened === undefined) throw new Error(`no case is called ${receipt.caseRef}`);
  const no = await storedKey(ctx, key);
  await insertRequest(ctx, { ...opened, key: no, service });
  ctx.note({ act: 'open311.posted', subject: receipt.caseRef, facts: { key: no, service } });
  return opened;
}

function read(fields: Fields): Post {
  const wrong: Refusal[] = [];
  const service = attempt(wrong, () => needed(fields, 'service_code', 60));
  const where = attempt(wrong, () => saidWhere(fields));
  const words = attempt(wrong, () => textOf(fields, 'description', mostWords));
  const contact = attempt(wrong, () => contactOf(fields)) ?? null;
  if (service === undefined || where === undefined || wrong.length > 0) throw new Refusals(wrong);
  return { service, where, words, contact };
}

/** Name, and telephone or else e-mail. Nothing else of the person is kept: no device, no account. */
function contactOf(fields: Fields): Post['contact'] {
  const [first, last] = [textOf(fields, 'first_name', 40), textOf(fields, 'last_name', 40)];
  const phone = textOf(fields, 'phone', 40);
  const email = textOf(fields, 'email', 254);
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

/** Whom to call first when there is danger; the promise; where to ask; what became of pictures. */
function noticeOf(ctx: Ctx, receipt: Receipt, said: string, media: Media): string {
  const { language } = ctx.actor;
  const danger = dangerIn(said, dangerWords);
  const { placeName, committeePhone } = receipt;
  const sentences = [
    ...(danger === undefined ? [] : [danger.say[language]]),
    answerBy(ctx, new Date(receipt.answerDue)),
    ...(committeePhone === null ? [] : [askAt(ctx, placeName, committeePhone)]),
    ...mediaNotices(ctx, media),
  ];
  return sentences.join(language === 'zh' ? '' : ' ');
}
