// SPDX-License-Identifier: Apache-2.0
// Every item of the catalogue: it fits, keeps the law's limits, and asks for nothing that the registry holds.
import { heldElements, isNeeded } from '@lilong/contracts/affair-items';
import { creditCheckOf } from '@lilong/contracts/id-number';
import type { ItemBody } from '@lilong/contracts/item-body';
import { burdenSeconds } from '@lilong/contracts/item-burden';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HeldCertificate } from '../certificates/index.ts';
import type { HeldPerson, HeldValue } from '../registry/index.ts';
import { misfitOf } from '../rules/index.ts';
import { faultOfItem } from './check.ts';
import type { EarlierPaper } from './earlier.ts';
import { filledFields, filledMaterials } from './fill.ts';
import { type Has, onlyValues } from './has.ts';
import { burdenOfBody, fieldsOf, formOf, questionsOf } from './items.ts';
import { isGrantedAtOnce } from './rule.ts';
import { firstItems, readLinks } from './seed-rules.ts';
import { keptTakes, takesOf } from './takes.ts';
import { checkTold, missingOf, type Told } from './told.ts';

const items = firstItems().map(({ key, name, ...entry }) => ({
  ...{ key, name, source: entry.source, nameEn: entry.nameEn ?? '' },
  body: entry.body as unknown as ItemBody,
}));
const value = (text: string): HeldValue => ({ value: text, says: text, source: '公安', day: null });
const all: HeldPerson['values'] = new Map(
  heldElements.map((element) => [element, value(element === 'person.age' ? '70' : '31')]),
);
const everything = onlyValues(all);

/** Answers in which each question is answered by the choice at `pick`, and what is asked is typed. */
function answered(body: ItemBody, has: Has, pick: number): Told {
  const questions = Object.fromEntries(
    questionsOf(body).map(({ key, choices }) => [key, choices[pick % choices.length]?.key ?? '']),
  );
  const typed = filledFields(body, has.values).flatMap((field) =>
    field.held === null ? [[field.key, sampleOf(body, field.key)] as const] : [],
  );
  return { questions, fields: Object.fromEntries(typed), materials: givenFor(body, has) };
}
const givenFor = (body: ItemBody, has: Has): Told['materials'] =>
  filledMaterials(body, has).flatMap(({ key, held: known }) =>
    known === null ? [{ key, how: 'file' as const, files: [1] }] : [],
  );

function sampleOf(body: ItemBody, key: string): string | number | boolean {
  const field = fieldsOf(body).find((one) => one.key === key);
  switch (field?.type) {
    case 'choice':
      return field.choices[0]?.key ?? '';
    case 'yes_no':
      return true;
    case 'integer':
    case 'number':
      return field.min ?? 1;
    case 'date':
      return '2026-03-02';
    default:
      return field?.title === '联系电话'
        ? '13900001234'
        : '123456789012'.slice(0, field?.max ?? 12);
  }
}

test('there are 178, of 12 departments, each marked 示例', () => {
  expect(items).toHaveLength(178);
  expect(new Set(items.map(({ body }) => body.department.key)).size).toBe(12);
  expect(
    items.filter(({ source, body }) => !source.includes('示例') || !body.code.invented),
  ).toEqual([]);
  expect(new Set(items.map(({ body }) => body.code.basic)).size).toBe(178);
  expect(items.filter(({ nameEn }) => nameEn === '')).toEqual([]);
});

const complete = items.filter(({ body }) => body.form !== undefined);

test('30 or more are complete, of every department, ten or more without a visit, of every pattern', () => {
  expect(complete.length).toBeGreaterThanOrEqual(30);
  expect(new Set(complete.map(({ body }) => body.department.key)).size).toBe(12);
  const atHome = complete.filter(({ body }) => body.visits === 0 && body.fromHome);
  expect(atHome.length).toBeGreaterThanOrEqual(10);
  const patterns: Record<string, (body: ItemBody) => boolean> = {
    atOnce: ({ rule, kind }) => rule !== undefined && kind === 'instant',
    promised: ({ kind }) => kind === 'promised',
    unasked: ({ unasked }) => unasked !== undefined,
    joint: ({ kind, parts = [] }) => kind === 'joint' && parts.length > 1,
    notice: ({ procedures }) => procedures.includes('notice'),
    appraisal: ({ procedures }) => procedures.includes('appraisal'),
    hearing: ({ procedures }) => procedures.includes('hearing'),
    household: ({ procedures }) => procedures.includes('household_visit'),
    visit: ({ visits }) => visits > 0,
    certificate: ({ result }) => result.kind === 'certificate',
  };
  for (const [name, is] of Object.entries(patterns))
    expect(
      complete.filter(({ body }) => is(body)).map(({ key }) => key),
      name,
    ).not.toEqual([]);
});

test.each(complete)('$key $name is told whole, in both languages', ({ body }) => {
  // Only what a rule decides whatever one answers needs no question.
  if (body.rule === undefined) expect(body.questions.length).toBeGreaterThan(0);
  expect(body.conditions.filter(({ textEn = '' }) => textEn === '')).toEqual([]);
  expect(body.materials.filter(({ nameEn = '' }) => nameEn === '')).toEqual([]);
  const asked = Object.values(formOf(body).properties);
  expect(asked.filter(({ titleEn = '' }) => titleEn === '')).toEqual([]);
  expect(body.calledAlso.length + body.events.length).toBeGreaterThan(0);
  expect([body.aboutEn, body.result.nameEn].filter((one) => !one)).toEqual([]);
});

test.each(items)('$key $name: steps and law are told in both languages', ({ body }) => {
  const lacks = (zh: string | undefined, en: string | undefined) => zh !== undefined && !en;
  const steps = body.steps.filter(({ stepEn, whoEn }) => !stepEn || !whoEn);
  const law = body.law.filter(
    (one) =>
      lacks(one.name, one.nameEn) ||
      lacks(one.article, one.articleEn) ||
      lacks(one.text, one.textEn),
  );
  expect([...steps, ...law]).toEqual([]);
});

test('of one thing with several offices each part is an item, and every field and paper is some office’s', () => {
  for (const { key, body } of items.filter((one) => one.body.parts !== undefined)) {
    const parts = body.parts ?? [];
    expect(
      parts.map(({ item }) => items.some((one) => one.key === item)),
      key,
    ).not.toContain(false);
    const seen = new Set(parts.flatMap(({ fields, materials }) => [...fields, ...materials]));
    const lost = [...fieldsOf(body), ...body.materials].filter((one) => !seen.has(one.key));
    // What every office has by the registry needs no part of its own.
    expect(
      lost.filter((one) => !('element' in one) || one.element === null),
      key,
    ).toEqual([]);
    // The promise of the whole is no shorter than that of any part.
    for (const { item } of parts.filter((part) => part.item !== key)) {
      const other = items.find((one) => one.key === item)?.body.promised ?? '';
      expect(Number.parseInt(body.promised, 10)).toBeGreaterThanOrEqual(Number.parseInt(other, 10));
    }
  }
});

test('the burden is what takes longest, and nothing that is known counts as asked', () => {
  for (const { body } of items) {
    const burden = burdenOfBody(body);
    expect(burden.asked + burden.known).toBe(burden.fields);
    for (let pick = 0; pick < 5; pick++) {
      const told = answered(body, everything, pick);
      const asked = fieldsOf(body).filter(
        ({ element, when }) => element === null && isNeeded(when, told.questions),
      );
      const seconds = asked.reduce((sum, { type }) => sum + burdenSeconds[type], 0);
      expect(burden.minutes * 60).toBeGreaterThanOrEqual(seconds + burdenSeconds.whole);
    }
  }
  const whole = burdenOfBody(items.find(({ key }) => key === 'S011')?.body as ItemBody);
  expect(whole).toEqual({ fields: 8, known: 7, asked: 1, questions: 1, papers: 1, minutes: 5 });
});

test.each(items)(
  '$key $name fits, and its promise is no longer than the law allows',
  ({ body }) => {
    expect(misfitOf('item', body)).toBeUndefined();
    expect(faultOfItem(body)).toBeUndefined();
  },
);

test.each(items)('$key $name asks for nothing that the registry holds', ({ body }) => {
  const fields = filledFields(body, all);
  expect(fields.filter(({ element, held }) => (element === null) !== (held === null))).toEqual([]);
  for (let pick = 0; pick < 5; pick++) {
    const told = answered(body, everything, pick);
    expect(() => checkTold(body, everything, told, 'all')).not.toThrow();
    expect(missingOf(body, everything, checkTold(body, everything, told, 'all'))).toEqual([]);
    // Typed although it is held: refused, whatever it is.
    for (const { key, element } of fields) {
      if (element === null) continue;
      const typed = { ...told, fields: { ...told.fields, [key]: '别的' } };
      expect(() => checkTold(body, everything, typed, 'draft')).toThrow('affairs.held');
    }
  }
});

test('whatever the registry holds, what it lacks is asked and no more', () => {
  const some = fc.subarray([...heldElements]);
  fc.assert(
    fc.property(fc.constantFrom(...items), some, fc.nat(4), ({ body }, known, pick) => {
      const held = onlyValues(new Map(known.map((one) => [one, value('31')])));
      const asked = filledFields(body, held.values).filter((field) => field.held === null);
      const elements = asked.flatMap(({ element }) => (element === null ? [] : [element]));
      expect(elements.filter((one) => known.includes(one))).toEqual([]);
      const told = checkTold(body, held, answered(body, held, pick), 'all');
      for (const key of Object.keys(told.fields))
        expect(asked.map((one) => one.key)).toContain(key);
    }),
    { numRuns: 500 },
  );
});

const certificate = (kind: string): HeldCertificate => ({
  ...{ ref: 'Q310101002-10', name: kind, issuerName: '民政', on: '2026-01-05', to: null },
  hash: 'c0',
});
const paper: EarlierPaper = {
  ...{ ref: 'A310101002-10', itemName: '另一件事', itemNameEn: null, on: '2026-10-03' },
  ...{ files: [7], hash: 'f7', at: null },
};
/** Everything of the registry, a certificate of each kind, each paper that may be reused. */
const rich = ({ materials }: ItemBody): Has => ({
  values: all,
  certificates: new Map(
    materials.flatMap(({ key, certificate: kind }) =>
      kind === undefined ? [] : [[key, certificate(kind)]],
    ),
  ),
  earlier: new Map(materials.flatMap((one) => (one.paper ? [[one.key, paper]] : []))),
});

test('no item asks for a value, a certificate or a paper that the city has; the consent names exactly what is taken', () => {
  const some = fc.subarray([...heldElements]);
  const part = fc.record({ known: some, certificates: fc.boolean(), papers: fc.boolean() });
  fc.assert(
    fc.property(fc.constantFrom(...items), part, fc.nat(4), ({ body }, luck, pick) => {
      const whole = rich(body);
      const has: Has = {
        values: new Map([...all].filter(([element]) => luck.known.includes(element))),
        certificates: luck.certificates ? whole.certificates : new Map(),
        earlier: luck.papers ? whole.earlier : new Map(),
      };
      const given = answered(body, has, pick);
      const reused = given.materials.map((one) =>
        has.earlier.has(one.key) ? { key: one.key, how: 'earlier' as const } : one,
      );
      const told = checkTold(body, has, { ...given, materials: reused }, 'all');
      expect(missingOf(body, has, told)).toEqual([]);
      for (const { key, how, from } of told.materials) {
        if (has.certificates.has(key)) expect([how, from?.hash]).toEqual(['certificate', 'c0']);
        else if (has.earlier.has(key)) expect([how, from?.hash]).toEqual(['earlier', 'f7']);
        else expect(how).not.toMatch(/earlier|certificate/);
      }
      const takes = keptTakes(body, has, told, 'salt');
      const named = takes.map(({ what, key }) => `${what} ${key}`);
      expect(new Set(named).size).toBe(named.length);
      for (const { what, key, hash } of takes) {
        expect(hash).not.toBe('');
        if (what === 'value') expect(luck.known).toContain(key);
      }
      const taken = told.materials.filter(({ from }) => from !== undefined);
      expect(named.filter((one) => !one.startsWith('value')).sort()).toEqual(
        taken.map(({ key, how }) => `${how} ${key}`).sort(),
      );
    }),
    { numRuns: 600 },
  );
});

/** What the registry can know of an item, and then a certificate for what names one, and a paper for what names one. */
test.each(items)(
  '$key $name leaves no field empty and asks for no paper that the city has, whatever is answered',
  ({ body }) => {
    const has = rich(body);
    for (let pick = 0; pick < 5; pick++) {
      const { questions } = answered(body, has, pick);
      const asked = filledFields(body, has.values).filter((one) => isNeeded(one.when, questions));
      expect(asked.filter((one) => one.element !== null && one.held === null)).toEqual([]);
      const needed = filledMaterials(body, has).filter((one) => isNeeded(one.when, questions));
      const own = body.materials.filter((one) => needed.some(({ key }) => key === one.key));
      const known = own.filter(
        (one) => (one.element ?? one.certificate ?? one.paper) !== undefined,
      );
      for (const { key, element, certificate: kind } of known) {
        const { held = null, earlier = null } = needed.find((one) => one.key === key) ?? {};
        if (element !== undefined) expect(held?.from).toBe('registry');
        else if (kind !== undefined) expect(held?.from).toBe('certificate');
        else expect(earlier?.ref).toBe(paper.ref);
      }
      // Said by nobody, or by one tap: nothing of it is missing, and nothing is brought a second time.
      const reused = known.filter((one) => one.paper !== undefined);
      const told = checkTold(
        body,
        has,
        {
          ...{ questions, fields: answered(body, has, pick).fields },
          materials: reused.map(({ key }) => ({ key, how: 'earlier' as const })),
        },
        'but_papers',
      );
      const lacks = missingOf(body, has, told).map(({ key }) => key);
      expect(known.filter(({ key }) => lacks.includes(key))).toEqual([]);
    }
  },
);

test('every link of a certificate or paper leads to a material of the item that it names', () => {
  const links = readLinks();
  for (const { what, key, asked_by } of links)
    for (const asked of asked_by.split('|')) {
      const [item, material] = asked.split(':');
      const found = items.find((one) => one.key === item)?.body.materials;
      const one = found?.find((of) => of.key === (material ?? key));
      expect([asked, what === 'certificate' ? one?.certificate : one?.paper]).toEqual([asked, key]);
    }
});

test('each certificate that an item asks for is issued by another, or known to come from elsewhere', () => {
  const issued = new Set(items.flatMap(({ body }) => body.result.certificate ?? []));
  const asked = items.flatMap(({ body }) => body.materials.flatMap((one) => one.certificate ?? []));
  const elsewhere = ['marriage', 'birth_medical', 'death'];
  expect(asked.filter((kind) => !issued.has(kind) && !elsewhere.includes(kind))).toEqual([]);
  expect(new Set(asked).size).toBeGreaterThanOrEqual(8);
  const disabled = items.find(({ key }) => key === 'S139')?.body;
  if (disabled === undefined) throw new Error('no item');
  const without = takesOf(disabled, everything);
  expect(without.filter(({ what }) => what !== 'value')).toEqual([]);
});

test('a draft may lack anything; what is handed in may not', () => {
  const allowance = items.find(({ key }) => key === 'S011')?.body;
  const move = items.find(({ key }) => key === 'S097')?.body;
  if (allowance === undefined || move === undefined) throw new Error('no items');
  const nothing: Told = { questions: {}, fields: {}, materials: [] };
  expect(checkTold(allowance, everything, nothing, 'draft')).toEqual(nothing);
  expect(() => checkTold(allowance, everything, nothing, 'all')).toThrow('affairs.question');
  const self: Told = { ...nothing, questions: { who: 'self' } };
  expect(() => checkTold(allowance, everything, self, 'all')).toThrow('affairs.field');
  const whole: Told = { ...self, fields: { account: 'senior' } };
  expect(isGrantedAtOnce(allowance, all, checkTold(allowance, everything, whole, 'all'))).toBe(
    true,
  );
  const young = new Map(all).set('person.age', value('64'));
  expect(isGrantedAtOnce(allowance, young, whole)).toBe(false);
  const ward: Told = { ...whole, questions: { who: 'ward' } };
  expect(() => checkTold(allowance, everything, ward, 'all')).toThrow('affairs.material');
  // What a question makes unneeded is not asked, and what may follow later is noted as such.
  const rented = { ...answered(move, everything, 0), materials: [] };
  expect(checkTold(move, everything, rented, 'all').materials).toEqual([
    { key: 'lease', how: 'later' },
  ]);
});

test('an item that promises more than the law, asks for what is held, or leads nowhere is refused', () => {
  const body = items.find(({ key }) => key === 'S003')?.body;
  if (body === undefined) throw new Error('no items');
  const credit = `11310000MB2F3045${'1'}`;
  const whole = `${credit}${creditCheckOf(credit)}`;
  const certified = { key: 'x', name: 'x', source: 'certificate', kind: 'copy', copies: 1 };
  const code = { ...body.code, implementing: `${whole}5${body.code.basic}` };
  const field = { type: 'string', title: '家庭地址', maxLength: 60 } as const;
  const form = (property: object) =>
    ({ type: 'object', properties: { x: property }, required: [] }) as unknown as NonNullable<
      ItemBody['form']
    >;
  expect(faultOfItem({ ...body, code })).toBeUndefined();
  const faults: [Partial<ItemBody>, string][] = [
    [{ promised: '21WD', legal: '20WD' }, 'limits'],
    [{ promised: '20WD', legal: '20UD' }, 'limits'],
    [{ code: { ...code, implementing: `${credit}05${body.code.basic}` } }, 'code'],
    [{ code: { ...body.code, basic: '319911001000' } }, 'code'],
    [{ form: form(field) }, 'held'],
    [{ form: form({ ...field, title: '备注', when: { question: 'x', is: ['y'] } }) }, 'question'],
    [{ form: form({ ...field, title: '备注', pattern: '(' }) }, 'field'],
    [{ materials: [{ ...certified, certificate: undefined }] } as never, 'element'],
    [{ result: { ...body.result, certificate: 'disability' } }, 'element'],
    [{ visits: 2, visitsWhy: undefined } as unknown as Partial<ItemBody>, 'visits'],
    [{ rule: [{ element: 'person.age' }] }, 'rule'],
    [{ unasked: { entitled: [{ question: 'who', is: ['self'] }], why: '够条件' } }, 'unasked'],
    [{ parts: [{ item: 'S001', fields: ['nowhere'], materials: [] }] }, 'part'],
  ];
  for (const [change, fault] of faults)
    expect(faultOfItem({ ...body, ...change })?.fault, JSON.stringify(change)).toBe(fault);
  expect(faultOfItem({ ...body, form: form({ ...field, waived: '另一处地址' }) })).toBeUndefined();
});
