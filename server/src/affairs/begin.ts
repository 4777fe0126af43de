// SPDX-License-Identifier: Apache-2.0
// A new application, before anything has happened to it.
import type { Delivery } from '@lilong/contracts/affair-items';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import { attach } from '../kernel/files.ts';
import type { HeldPerson } from '../registry/index.ts';
import { signer } from './acting.ts';
import type { Item } from './items.ts';
import { type Kept, keptMaterials, sealKept } from './kept.ts';
import type { Offices } from './offices.ts';
import { partsFor } from './parts.ts';
import type { ApplicationRow } from './tables.ts';
import type { Told } from './told.ts';

export interface Beginning {
  readonly item: Item;
  readonly held: HeldPerson;
  readonly offices: Offices;
  readonly told: Told;
  readonly kept: Kept['held'];
  /** Of the consent, when it is handed in at once. */
  readonly salt?: string;
  readonly deliverBy: Delivery | undefined;
  /** The centre at whose counter it is received. */
  readonly counter?: number;
}

/** A draft of the item for somebody. Its number is given when it is written. */
export async function draftOf(ctx: Ctx, beginning: Beginning): Promise<ApplicationRow> {
  const { item, held, offices, told, kept, salt, deliverBy, counter } = beginning;
  const { entry, body } = item;
  const onPaper = told.materials.some(({ how }) => how === 'paper');
  return {
    ...{ street: offices.street, no: 0, place: offices.place, version: 0 },
    ...{ item: entry.key, item_row: entry.no, item_name: entry.name, item_name_en: entry.nameEn },
    ...{ department: body.department.name, kind: body.kind, mode: body.mode, state: 'draft' },
    ...{ person: held.person, name: held.name, pinyin: held.pinyin },
    account: held.account,
    channel: counter === undefined ? 'home' : 'counter',
    ...{ receive_org: counter ?? null, accept_org: offices.accept, decide_org: offices.decide },
    // What somebody collects lies where they were; what is sent, where it was decided.
    deliver_org: counter ?? offices.accept,
    ...{ custodian_org: onPaper ? (counter ?? null) : null, turn_org: null },
    sealed: sealKept(ctx, {
      ...{ questions: told.questions, fields: told.fields, held: kept },
      ...(salt === undefined ? {} : { salt }),
    }),
    materials: keptMaterials(told),
    deliver_by: checkDelivery(item, deliverBy),
    ...{ promised: body.promised, legal: body.legal ?? null, extra: 0, started_at: ctx.now },
    ...{ applied_at: null, received_at: null, accepted_at: null, decided_at: null },
    ...{ delivered_at: null, changed_at: ctx.now, clock: 'none', due_at: null, legal_due: null },
    ...{ provisional: false, pauses: [], paused_from: null, pause_kind: null, pause_reason: null },
    ...{ asked_at: null, asked_until: null, asked_words: null, asked_keys: [], answered_at: null },
    asked_once: false,
    ...{ deemed: false, longer_state: null, longer_at: null, longer_by: null, longer_days: null },
    ...{ longer_reason: null, outcome: null, reason: null, remedy: null },
    ...{ delivered_by: null, delivered_words: null },
    ...{ parts: partsFor(item, told).length, joint: null, joint_row: null },
    ...signer(held),
  };
}

/** @throws {Refusal} affairs.locker when the item's result cannot come that way */
export function checkDelivery({ body }: Item, by: Delivery | undefined): Delivery | null {
  const { deliveries } = body.result;
  if (by === undefined) return deliveries.length === 1 ? (deliveries[0] ?? null) : null;
  if (!deliveries.includes(by)) throw new Refusal('affairs.locker', { name: by }, 'deliverBy');
  return by;
}

/** @throws {Refusal} affairs.no-centre */
export function needOffices(offices: Offices | undefined, { entry }: Item): Offices {
  if (offices === undefined) throw new Refusal('affairs.no-centre', { name: entry.name });
  return offices;
}

/** Files that are new hang on the application from now on. */
export async function attachNew(
  ctx: Ctx,
  subject: string,
  told: Told,
  before: readonly { readonly files: readonly number[] }[],
): Promise<void> {
  const known = new Set(before.flatMap(({ files }) => files));
  const fresh = told.materials
    .flatMap(({ how, files = [] }) => (how === 'file' ? files : []))
    .filter((no) => !known.has(no));
  await attach(ctx, fresh, subject);
}
