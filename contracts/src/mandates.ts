// SPDX-License-Identifier: Apache-2.0
// 帮办: somebody lets another act for them, for some matters, until a day. See docs/domain/affairs.md.
import { type Static, Type } from 'typebox';
import { ItemKey } from './affair-items.ts';
import { MANDATE_ITEMS } from './mandate-limits.ts';
import { PersonNo } from './registry.ts';
import { ShownCode } from './registry-show.ts';
import { route } from './route.ts';
import { Day, Done, Empty, Moment, Nullable, Ref } from './shapes.ts';

export const Mandate = Type.Object({
  mandate: Type.Integer(),
  /** The other one: who acts for me, or for whom I act. */
  name: Type.String(),
  items: Type.Array(
    Type.Object({ item: ItemKey, name: Type.String(), nameEn: Nullable(Type.String()) }),
  ),
  /** One application alone. */
  matter: Nullable(Ref),
  /** May use the person's certificates too; what the registry holds fills the form always, masked. */
  certificates: Type.Boolean(),
  /** Where it was said aloud and written down; none: given from the own account. */
  organisationName: Nullable(Type.String()),
  since: Moment,
  /** The last day. */
  until: Day,
});
export type Mandate = Static<typeof Mandate>;

/** What a mandate is for: some matters, or one application; until a day. */
const scope = {
  items: Type.Optional(Type.Array(ItemKey, { minItems: 1, maxItems: MANDATE_ITEMS })),
  matter: Type.Optional(Ref),
  certificates: Type.Boolean(),
  until: Day,
};

export const ownMandates = route({
  method: 'GET',
  path: '/api/my/mandates',
  summary: 'Who may act for me, and for whom I may act: for what, until when',
  input: Empty,
  reply: Type.Object({
    given: Type.Array(Mandate),
    taken: Type.Array(Mandate),
    /** The furthest last day that a new one may have. */
    lastDay: Day,
  }),
});
export const giveMandate = route({
  method: 'POST',
  path: '/api/my/mandates',
  summary: 'Let whoever shows me their code act for me, for these matters, until a day',
  /** `code`: 亮证 of the helper. */
  input: Type.Object({ code: ShownCode, ...scope }),
  reply: Mandate,
});
export const endMandate = route({
  method: 'POST',
  path: '/api/my/mandates/:mandate/end',
  summary: 'Take a mandate back, or give it back: it lets nobody act from then on',
  input: Type.Object({ mandate: Type.Integer({ minimum: 1 }) }),
  reply: Done,
});
export const recordMandate = route({
  method: 'POST',
  path: '/api/registry/people/:person/mandates',
  summary: 'Somebody says to a worker who may act for them: read aloud, and written down',
  input: Type.Object({ person: PersonNo, code: ShownCode, ...scope }),
  reply: Mandate,
});
