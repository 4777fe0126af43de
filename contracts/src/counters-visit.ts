// SPDX-License-Identifier: Apache-2.0
// Who stands at the window: recognised by a shown code or a document, until the visit ends. See docs/domain/counters.md.
import { type Static, Type } from 'typebox';
import { documentKinds, PersonNo, Sex } from './registry.ts';
import { ShownCode } from './registry-show.ts';
import { route } from './route.ts';
import { Moment, Nullable, OneOf, Ref, Words } from './shapes.ts';

/** By what somebody was recognised: the code that they showed, or which document (GA/T 517). */
export const seenBy = ['code', ...documentKinds] as const;
const wardRelations = ['child', 'ward'] as const;

/** Somebody whose file this visit has opened at my window. */
export const Visitor = Type.Object({
  person: PersonNo,
  name: Type.String(),
  sex: Sex,
  age: Nullable(Type.Integer()),
  seen: OneOf(seenBy),
  /** Not there themselves: whoever is, came for them as their parent or guardian. */
  ward: Type.Boolean(),
});
export type Visitor = Static<typeof Visitor>;
export const Visit = Type.Object({
  /** Whoever stands there first; nobody while it is not known, or no longer open here. */
  visitors: Type.Array(Visitor),
  /** Children and wards of whoever stands there, whose files can be opened too (代办). */
  wards: Type.Array(
    Type.Object({ person: PersonNo, name: Type.String(), relation: OneOf(wardRelations) }),
  ),
  /** When it ends at the latest. */
  until: Nullable(Moment),
});
export type Visit = Static<typeof Visit>;

const ticket = { ticket: Ref };
export const identifyVisitor = route({
  method: 'POST',
  path: '/api/counters/tickets/:ticket/visit',
  summary:
    'Who stands at my window, by the code they show or the document I see; opens their file until the visit ends',
  /** The code, or kind and number of a document. Whoever was called only is being served from now on. */
  input: Type.Object({
    ...ticket,
    code: Type.Optional(ShownCode),
    document: Type.Optional(OneOf(documentKinds)),
    number: Type.Optional(Words(30)),
  }),
  reply: Visit,
});
export const ticketVisit = route({
  method: 'GET',
  path: '/api/counters/tickets/:ticket/visit',
  summary: 'Whose files are open at my window by this ticket',
  input: Type.Object(ticket),
  reply: Visit,
});
export const openWard = route({
  method: 'POST',
  path: '/api/counters/tickets/:ticket/visit/ward',
  summary: 'Whoever stands there came for their child or ward: opens that file too',
  input: Type.Object({ ...ticket, person: PersonNo }),
  reply: Visit,
});
