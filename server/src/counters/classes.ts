// SPDX-License-Identifier: Apache-2.0
import { holds } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';

/** A class of service as the catalogue has it today. */
export interface Service {
  readonly service: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly letter: string;
  readonly about: string;
  readonly aboutEn: string | null;
  /** Minutes that one usually takes. */
  readonly minutes: number;
  readonly order: number;
}

/** In their order. */
export async function servicesOf(ctx: Ctx): Promise<Service[]> {
  const day = today(ctx);
  const rows = await ctx.catalogue.rows(ctx.db, 'service', ctx.now);
  return rows
    .filter((row) => holds(row, day))
    .map(({ key, name, nameEn, body }) => ({
      ...{ service: key, name, nameEn: nameEn === '' ? null : nameEn, letter: String(body.letter) },
      ...{ about: String(body.about), aboutEn: body.aboutEn ? String(body.aboutEn) : null },
      ...{ minutes: Number(body.minutes), order: Number(body.order) },
    }))
    .sort((one, other) => one.order - other.order);
}

/** Names of classes; one that the catalogue has no more is told by its key. */
export function namedBy(services: readonly Service[]) {
  const byKey = new Map(services.map((one) => [one.service, one]));
  return (service: string): { service: string; name: string; nameEn: string | null } => {
    const { name = service, nameEn = null } = byKey.get(service) ?? {};
    return { service, name, nameEn };
  };
}
