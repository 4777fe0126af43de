// SPDX-License-Identifier: Apache-2.0

/** Every expected "no": its HTTP status and the facts its words may use. Words: contracts/words. */
export const refusals = {
  'input.invalid': { status: 400, facts: ['field', 'rule'] },
  'input.too-large': { status: 413, facts: ['limitMb'] },
  'auth.sign-in-first': { status: 401, facts: [] },
  'auth.denied': { status: 403, facts: ['action'] },
  'auth.csrf': { status: 403, facts: [] },
  'auth.wrong-password': { status: 401, facts: [] },
  'auth.locked': { status: 429, facts: ['minutes'] },
  'auth.wrong-code': { status: 401, facts: [] },
  'auth.code-expired': { status: 401, facts: [] },
  'auth.too-many': { status: 429, facts: ['minutes'] },
  'auth.not-demo': { status: 403, facts: [] },
  'auth.no-such-post': { status: 403, facts: [] },
  'auth.own-grant': { status: 403, facts: [] },
  'auth.same-password': { status: 400, facts: [] },
  'auth.loan-too-long': { status: 400, facts: ['days'] },
  'auth.roles-apart': { status: 409, facts: [] },
  'auth.decided': { status: 409, facts: [] },
  'auth.staff-there': { status: 409, facts: [] },
  'found.nothing': { status: 404, facts: ['what'] },
  'retry.other-body': { status: 422, facts: [] },
  'places.unknown': { status: 400, facts: ['place'] },
  'places.outside': { status: 400, facts: [] },
  'places.closed': { status: 400, facts: ['name'] },
  'places.too-coarse': { status: 400, facts: ['name'] },
  'cases.say-something': { status: 400, facts: [] },
  'cases.wrong-state': { status: 409, facts: ['ref', 'state'] },
  'cases.changed': { status: 409, facts: ['ref', 'state', 'who'] },
  'cases.need': { status: 400, facts: ['need'] },
  'cases.category-retired': { status: 400, facts: ['name', 'day'] },
  'cases.not-offered': { status: 400, facts: ['need'] },
  'cases.nobody-accepts': { status: 400, facts: ['name'] },
  'cases.no-third-return': { status: 409, facts: ['ref'] },
  'cases.appeal-not-possible': { status: 409, facts: ['why'] },
  'cases.category-not-yet': { status: 400, facts: ['name', 'day'] },
  'cases.outside-no-known': { status: 409, facts: ['no', 'ref'] },
  'cases.take-back-crew': { status: 409, facts: ['ref'] },
  'cases.undo-over': { status: 409, facts: ['ref'] },
  'cases.adjudicate-first': { status: 409, facts: ['ref'] },
  'cases.delay-not-possible': { status: 409, facts: ['why'] },
  'cases.not-same-street': { status: 400, facts: ['ref'] },
  'cases.nobody-to-ask': { status: 409, facts: ['ref'] },
  'cases.rated': { status: 409, facts: ['ref'] },
  'registry.id-number': { status: 400, facts: [] },
  'registry.known': { status: 409, facts: [] },
  'registry.died': { status: 409, facts: [] },
  'registry.who': { status: 400, facts: [] },
  'registry.sex': { status: 400, facts: [] },
  'registry.not-yet': { status: 400, facts: ['day'] },
  'registry.before': { status: 400, facts: ['day'] },
  'registry.other-home': { status: 409, facts: [] },
  'registry.not-living': { status: 409, facts: [] },
  'registry.label': { status: 400, facts: [] },
  'registry.labelled': { status: 409, facts: ['name'] },
  'registry.look-again': { status: 400, facts: ['day'] },
  'registry.crowd-label': { status: 400, facts: [] },
  'registry.crowd-ends': { status: 400, facts: [] },
  'registry.crowd-household': { status: 400, facts: [] },
  'registry.crowd-name': { status: 409, facts: ['name'] },
  'registry.export-over': { status: 409, facts: ['day'] },
  'registry.purpose': { status: 400, facts: [] },
  'registry.not-theirs': { status: 409, facts: [] },
  'registry.bound': { status: 409, facts: [] },
  'registry.account-bound': { status: 409, facts: [] },
  'registry.binding-code': { status: 400, facts: ['left'] },
  'registry.not-bound': { status: 409, facts: [] },
  'institution.credit': { status: 400, facts: [] },
  'institution.ended': { status: 409, facts: [] },
  'institution.member': { status: 400, facts: [] },
  'institution.phone': { status: 400, facts: [] },
  'institution.place': { status: 400, facts: [] },
  'institution.term': { status: 400, facts: [] },
  'institution.there': { status: 409, facts: ['name'] },
  'registry.withdrawn': { status: 409, facts: [] },
  'files.empty': { status: 400, facts: [] },
  'files.not-an-image': { status: 415, facts: [] },
  'files.heic': { status: 415, facts: [] },
  'files.too-large': { status: 413, facts: ['limitMb'] },
  'files.bomb': { status: 413, facts: ['megapixels'] },
  'files.not-a-voice': { status: 415, facts: [] },
  'files.voice-too-long': { status: 413, facts: ['limitSeconds'] },
  'files.unknown': { status: 400, facts: ['file'] },
  'catalogue.broken': { status: 400, facts: ['key', 'why'] },
  'catalogue.own-draft': { status: 403, facts: [] },
  'catalogue.decided': { status: 409, facts: ['key'] },
  'import.columns': { status: 400, facts: ['column'] },
  'import.garbled': { status: 400, facts: [] },
  'import.quotes': { status: 400, facts: [] },
  'import.unknown-kind': { status: 400, facts: ['value'] },
  'import.kind-differs': { status: 409, facts: ['value', 'there'] },
  'import.unknown-role': { status: 400, facts: ['value'] },
  'import.unknown-place': { status: 400, facts: ['value'] },
  'import.many-places': { status: 400, facts: ['value'] },
  'import.outside': { status: 403, facts: ['value'] },
  'import.login-taken': { status: 409, facts: ['value'] },
  'open311.key': { status: 403, facts: [] },
  'open311.form': { status: 400, facts: [] },
  'open311.format': { status: 400, facts: [] },
  'open311.service': { status: 404, facts: ['code'] },
  'open311.request': { status: 404, facts: ['ref'] },
  'open311.ended': { status: 409, facts: ['ref'] },
  'open311.path': { status: 404, facts: [] },
  'open311.moment': { status: 400, facts: ['field'] },
  'open311.span': { status: 400, facts: ['days'] },
  'open311.where': { status: 400, facts: [] },
  'open311.address': { status: 400, facts: ['address'] },
  'open311.addresses': { status: 400, facts: ['address', 'names'] },
  'sms.not-sent': { status: 503, facts: [] },
  'server.fault': { status: 500, facts: ['request'] },
} as const satisfies Record<string, { status: number; facts: readonly string[] }>;

export type RefusalCode = keyof typeof refusals;
export type FactsOf<C extends RefusalCode> = {
  readonly [F in (typeof refusals)[C]['facts'][number]]: string | number;
};

/** An expected "no". Anything thrown that is not a Refusal is a bug and becomes a bare 500. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly field: string | undefined;
  constructor(code: C, facts: FactsOf<C>, field?: string) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.field = field;
  }
  get status(): number {
    return refusals[this.code].status;
  }
}
