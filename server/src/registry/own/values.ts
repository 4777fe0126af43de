// SPDX-License-Identifier: Apache-2.0
// Every value that is held of a person, in words, each with its source and day. server/test tells when a column is left out.
import { maskPhone } from '@lilong/contracts/mask';
import type { OwnGroup, OwnValue } from '@lilong/contracts/registry-own';
import type { Ctx } from '../../kernel/ctx.ts';
import { saidIn } from '../case-labels/case-labels.ts';
import { selectAbout } from '../case-labels/queries.ts';
import { labelNames } from '../labels.ts';
import { mandateGroup } from '../mandates/told.ts';
import { speakerFor } from '../objections/elements.ts';
import { selectFacts } from '../objections/facts.ts';
import {
  maskNumber,
  type NumberFact,
  pastNumbers,
  type Told,
  toldOf,
} from '../objections/numbers.ts';
import { standingName } from '../people.ts';
import { digestOf, openValue } from '../sealed.ts';
import type { FactRow, PersonRow } from '../tables.ts';
import {
  type OwnLabel,
  type OwnPresence,
  selectOwnGuardians,
  selectOwnKeys,
  selectOwnLabels,
  selectOwnMerges,
  selectOwnOffices,
  selectOwnPresences,
} from './own-queries.ts';
import { type Say, sayerFor } from './say.ts';

/** How much is shown of what is held. */
export interface Showing {
  /** Masked on the screen, whole in the file that somebody asks for, never opened of somebody else. */
  readonly numbers: 'masked' | 'whole' | 'shut';
  /** Labels of level 4. */
  readonly sealed: boolean;
}
type Numbers = Showing['numbers'];
export const ofOneself: Showing = { numbers: 'masked', sealed: true };
export const toTake: Showing = { numbers: 'whole', sealed: true };
/** A parent or guardian sees what the child or ward would; whoever was merely allowed to nothing of level 4. */
export const ofKin = ({ purpose }: { readonly purpose: string }): Showing => ({
  ...{ numbers: 'shut', sealed: purpose === 'guardian' },
});

export async function ownGroupsOf(
  ctx: Ctx,
  person: PersonRow,
  { numbers, sealed }: Showing,
): Promise<OwnGroup[]> {
  const say = sayerFor(ctx);
  const presences = await selectOwnPresences(ctx, person.no);
  return [
    {
      group: 'who',
      values: [...(await whoValues(ctx, person, say)), ...(await mergeValues(ctx, say))],
    },
    { group: 'numbers', values: await numberValues(ctx, person, say, numbers) },
    { group: 'where', values: presences.map((row) => presenceValue(row, say)) },
    { group: 'household', values: presences.flatMap((row) => householdValue(row, say)) },
    ...(await guardianGroup(ctx, person.no, say)),
    ...(sealed ? await mandateGroup(ctx, person.no, say, numbers !== 'shut') : []),
    { group: 'offices', values: await officeValues(ctx, person.no, say, numbers) },
    {
      group: 'labels',
      values: [
        ...(await labelValues(ctx, person, say, sealed)),
        ...(numbers === 'shut' ? [] : await caseValues(ctx, person.no, say)),
      ],
    },
  ];
}

async function whoValues(ctx: Ctx, person: PersonRow, say: Say): Promise<OwnValue[]> {
  const said = { source: say.source(person.source), day: say.day(person.recorded_at) };
  const past = await pastOf(ctx, person.no);
  const value = (key: string, name: string, says: string | null, code: string | null) =>
    says === null ? [] : [{ ...plain, ...said, key, name, says, code, ...past(key) }];
  const { born_on: born, died_on: died, nation, registered_in: area } = person;
  const sex = String(person.sex);
  const areaName = (await speakerFor(ctx)).value('person.registered_in', area);
  const read = say('own.pinyin', { pinyin: person.pinyin });
  return [
    ...value('name', say('own.name'), person.name, null).map((one) => ({
      ...one,
      more: [read, ...one.more],
    })),
    ...value('sex', say('own.sex'), say.code('sex', sex), sex),
    ...value('born_on', say('own.born'), born && say.date(born), born),
    ...value('died_on', say('own.died'), died && say.date(died), died),
    ...value('nation', say('own.nation'), nation && say.code('nation', nation), nation),
    ...value('registered_in', say('own.registered-in'), areaName, area),
    ...value('abroad', say('own.abroad'), person.abroad ? say('own.yes') : null, 'true'),
    ...value(
      'protected',
      say('own.protected'),
      person.protected ? say('own.protected-says') : null,
      'true',
    ),
  ];
}

/** Other records that became part of one's own: under which name, by whom, when. */
async function mergeValues(ctx: Ctx, say: Say): Promise<OwnValue[]> {
  const rows = await selectOwnMerges(ctx);
  return rows.map((row) => ({
    ...plain,
    key: 'merged',
    name: say('own.merged'),
    says: row.name,
    code: null,
    source: row.organisationName,
    day: say.day(row.at),
    more: row.born_on === null ? [] : [`${say('own.born')} ${say.date(row.born_on)}`],
  }));
}

/** Of a value that was replaced: who says so now, and what it was before. */
async function pastOf(ctx: Ctx, person: number) {
  const facts = await selectFacts(ctx, { person, place: 0 });
  const { say, value } = await speakerFor(ctx);
  return (key: string): Partial<OwnValue> => {
    const of = facts.filter(({ element }) => element === `person.${key}`);
    const now = of.find(({ valid_to }) => valid_to === null);
    const more = of.flatMap((one) => (one.valid_to === null ? [] : [before(one, one.valid_to)]));
    return now === undefined
      ? { more }
      : { source: say.source(now.source), day: now.valid_from, more };
  };
  function before({ element, value: was, source }: FactRow, until: string): string {
    const said = value(element, was) ?? say('own.unknown');
    return say('own.before', { day: until, value: said, source: say.source(source) });
  }
}

async function numberValues(
  ctx: Ctx,
  person: PersonRow,
  say: Say,
  numbers: Numbers,
): Promise<OwnValue[]> {
  const keys = (await selectOwnKeys(ctx, person.no)).map((key) => toldOf(ctx, key));
  const facts = pastNumbers(ctx, await selectFacts(ctx, { person: person.no, place: 0 }));
  const name = ({ kind, document }: Told) =>
    kind === 'phone' ? say('own.phone') : say.code('document', document ?? '');
  const says = ({ kind, number }: Told) =>
    numbers === 'whole' ? number : maskNumber(kind, number);
  const before = (one: NumberFact) => {
    const said = `${name(one)} ${says(one)}`;
    return say('own.before', {
      day: one.valid_to ?? '',
      value: said,
      source: say.source(one.source),
    });
  };
  return keys.map((key, number) => {
    const of = facts.filter(({ kind }) => kind === key.kind);
    const now = of.find((one) => one.valid_to === null && one.number === key.number);
    const isFirst = keys.findIndex(({ kind }) => kind === key.kind) === number;
    return {
      ...plain,
      ...{ key: key.kind, name: name(key), says: says(key), code: key.document },
      source: say.source(now?.source ?? person.source),
      day: now?.valid_from ?? say.day(person.recorded_at),
      more: isFirst ? of.filter(({ valid_to }) => valid_to !== null).map(before) : [],
      number: numbers === 'shut' ? null : number,
    };
  });
}

function presenceValue(row: OwnPresence, say: Say): OwnValue {
  return {
    ...plain,
    key: row.role,
    name: say.code('role', row.role),
    says: row.door ?? row.placeName,
    code: null,
    source: say.source(row.source),
    day: row.from_on,
    more: [
      ...(row.to_on === null ? [] : [say('own.until', { day: row.to_on })]),
      ...(row.door === null ? [] : [say('own.place', { place: row.placeName })]),
      ...(row.stays_as === null ? [] : [say.code('stays', row.stays_as)]),
      say.code('standing', standingName(row.standing)),
      say('own.recorded', { day: say.day(row.recorded_at) }),
    ],
  };
}

/** The household in which somebody stands there. Its other members are others: they are not told here. */
function householdValue(row: OwnPresence, say: Say): OwnValue[] {
  if (row.householdKind === null) return [];
  const ends = [row.to_on, row.householdTo].filter((day) => day !== null).sort();
  const relation =
    row.relation === null
      ? []
      : [say('own.relation', { relation: say.code('relation', row.relation) })];
  return [
    {
      ...plain,
      key: `household ${row.role}`,
      name: say('own.household'),
      says: say.code('household', row.householdKind),
      code: row.relation,
      source: say.source(row.source),
      day: row.householdFrom,
      more: [...relation, ...ends.slice(0, 1).map((day) => say('own.until', { day }))],
    },
  ];
}

/** Parents and guardians of the person, and of whom the person is one. Few have any: nothing is said then. */
async function guardianGroup(ctx: Ctx, person: number, say: Say): Promise<OwnGroup[]> {
  const rows = await selectOwnGuardians(ctx, person);
  const values = rows.map((row) => {
    const relation = say.reader(row.relation);
    const isWard = row.person === person;
    return {
      ...plain,
      key: 'guardian',
      name: say(isWard ? 'own.guardian' : 'own.guardian-of'),
      says: isWard ? say('own.guardian-says', { name: row.name, relation }) : relation,
      code: row.relation,
      source: row.organisationName,
      day: say.day(row.seen_at),
      more: [
        say('own.guardian-proof', { proof: say.code('proof', row.proof) }),
        say('own.until', { day: row.ended_at === null ? row.until_on : say.day(row.ended_at) }),
      ],
    };
  });
  return values.length === 0 ? [] : [{ group: 'guardians', values }];
}

async function officeValues(
  ctx: Ctx,
  person: number,
  say: Say,
  numbers: Numbers,
): Promise<OwnValue[]> {
  const rows = await selectOwnOffices(ctx, person);
  return rows.map((row) => ({
    ...plain,
    key: 'office',
    name: row.kind === null ? say('own.group') : say.code('institution', row.kind),
    says: say('own.office', {
      position: row.position ?? say('own.group-leader'),
      institution: row.institutionName,
    }),
    code: row.kind,
    source: say.source(row.source),
    day: row.from_on,
    more: [
      ...(row.phone === null ? [] : [phoneOf(openValue(ctx.keys, row.phone), say, numbers)]),
      ...(row.to_on === null ? [] : [say('own.until', { day: row.to_on })]),
      say('own.recorded', { day: say.day(row.recorded_at) }),
    ],
  }));
}

const phoneOf = (phone: string, say: Say, numbers: Numbers): string =>
  `${say('own.phone')} ${numbers === 'whole' ? phone : maskPhone(phone)}`;

/** Labels of level 5 that are open about oneself: by whom, to whom, what for and until when. */
async function caseValues(ctx: Ctx, person: number, say: Say): Promise<OwnValue[]> {
  if (!ctx.config.CASE_LABELS) return [];
  const names = await labelNames(ctx);
  const keys = (await selectOwnKeys(ctx, person)).filter(({ kind }) => kind === 'id');
  const digests = keys.map(({ sealed }) =>
    digestOf(ctx.keys, 'id', openValue(ctx.keys, sealed)).toString('hex'),
  );
  const rows = await selectAbout(ctx, digests);
  return rows.map((row) => {
    const { code, words } = saidIn(ctx, row.sealed);
    return {
      ...plain,
      ...{ key: 'case', name: say('own.case'), says: say.named(names.get(code), code), code },
      ...{ source: row.organisationName, day: say.day(row.opened_at) },
      more: [
        ...(words === undefined ? [] : [say('own.words', { words })]),
        say('own.case-to', { place: row.placeName }),
        say('own.until', { day: row.until }),
      ],
    };
  });
}

async function labelValues(
  ctx: Ctx,
  person: PersonRow,
  say: Say,
  sealed: boolean,
): Promise<OwnValue[]> {
  const names = await labelNames(ctx);
  const rows = (await selectOwnLabels(ctx, person.no)).filter((row) => sealed || row.code !== null);
  return rows.map((row) => {
    const { code, words, why } = labelOf(ctx, row);
    const entry = names.get(code);
    const basis = entry?.body.basis;
    return {
      ...plain,
      key: 'label',
      label: row.kind === 'computed' || row.valid_to !== null ? null : row.no,
      name: say(`own.kind.${row.kind}`),
      says: say.named(entry, code),
      code,
      source: row.organisationName,
      day: row.valid_from,
      more: [
        ...(typeof basis === 'string' ? [say('own.basis', { basis })] : []),
        ...(words === null ? [] : [say('own.words', { words })]),
        ...lastDay(row).map((day) => say('own.until', { day })),
        ...(why === null ? [] : [say('own.ended-why', { why })]),
        say('own.verified', { day: say.day(row.verified_at) }),
        ...(row.look_again === null ? [] : [say('own.next-look', { day: row.look_again })]),
      ],
    };
  });
}

/** A sealed label is opened for the person it is about, and for nobody else. */
function labelOf(ctx: Ctx, { code, sealed, words, ended_why: why }: OwnLabel) {
  if (sealed === null) return { code: code ?? '', words, why };
  const opened = JSON.parse(openValue(ctx.keys, sealed)) as SealedLabel; // written by whoever sealed it
  return { code: opened.code, words: opened.words ?? null, why: opened.why ?? null };
}
interface SealedLabel {
  readonly code: string;
  readonly words?: string;
  readonly why?: string;
}

/** The day on which it ended, else the one on which it will. */
const lastDay = ({ valid_to, until }: OwnLabel): string[] =>
  [valid_to ?? until].filter((day) => day !== null);

const plain = { more: [] as string[], number: null, label: null, ref: null };
