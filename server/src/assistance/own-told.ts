// SPDX-License-Identifier: Apache-2.0
// 社会救助 in 我的数据: where it stands, what somebody agreed to, what the household is paid; in the file also how it came about.
import type { Reckoning } from '@lilong/contracts/assistance';
import { formatRef } from '@lilong/contracts/refs';
import type { OwnValue } from '@lilong/contracts/registry-own';
import { speak } from '@lilong/contracts/words';
import { assistanceWords as wordsEn } from '@lilong/contracts/words/en-assistance';
import { ownEn } from '@lilong/contracts/words/en-own';
import { assistanceWords as wordsZh } from '@lilong/contracts/words/zh-assistance';
import { ownZh } from '@lilong/contracts/words/zh-own';
import { sql } from 'kysely';
import { yuanOf } from '../kernel/csv.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { TellOwn } from '../kernel/own-told.ts';
import { dayIn, today } from '../kernel/today.ts';
import { opened } from './kept.ts';
import { selectWhole } from './queries.ts';
import { stageOf } from './stages.ts';
import type { AwardRow, MatterRow, MemberRow } from './tables.ts';

const zh = { ...ownZh, ...wordsZh };
const voices = { zh: speak('zh', zh), en: speak('en', { ...ownEn, ...wordsEn }) };
type Say = (key: keyof typeof zh, facts?: Readonly<Record<string, string | number>>) => string;
const most = { onScreen: 50, inFile: 10_000 } as const;

export const tellAssistance: TellOwn = async (ctx, { whole }) => {
  const { rows } = await sql<MatterRow & { decideName: string; mine: number[] }>`
    select m.*, o.name as "decideName", registry.persons() as mine from assistance.matter m
    join places.organisation o on o.no = m.decide_org where m.people && registry.persons()
    order by m.begun_at desc limit ${whole ? most.inFile : most.onScreen}`.execute(ctx.db);
  const values: OwnValue[] = [];
  for (const row of rows) values.push(await saidOf(ctx, row, whole));
  return { group: 'assistance', values };
};

async function saidOf(
  ctx: Ctx,
  matter: MatterRow & { decideName: string; mine: number[] },
  inFile: boolean,
): Promise<OwnValue> {
  const say: Say = (key, facts = {}) => voices[ctx.actor.language]._(key, facts);
  const { members, notice, award } = await selectWhole(ctx, matter);
  const me = members.find(({ person }) => matter.mine.includes(person));
  const kept = award?.sealed ?? matter.reckoning;
  const reckoning = kept === null ? null : opened<Reckoning>(ctx, kept);
  const stage = stageOf({ matter, members, notice, award, reckoning }, today(ctx));
  const ref = formatRef('A', matter);
  return {
    ...{ key: 'assistance', name: say('own.assistance'), code: stage, source: matter.decideName },
    says: say(
      award === undefined ? `assistance.stage.${stage}` : `assistance.category.${award.category}`,
    ),
    day: dayIn(ctx, matter.begun_at),
    more: [
      say('own.no', { ref }),
      ...agreed(ctx, say, me),
      ...(award === undefined ? [] : paid(say, award)),
      ...(inFile && reckoning !== null ? sums(say, reckoning) : []),
    ],
    ...{ number: null, label: null, ref: matter.mine.includes(matter.person) ? ref : null },
  };
}

function agreed(ctx: Ctx, say: Say, me: MemberRow | undefined): string[] {
  if (me === undefined || me.authorised_at === null) return [];
  const sources = me.sources.map((one) => say(`assistance.source.${one}` as keyof typeof zh)); // checked when it was written
  return [
    say('own.assistance-agreed', {
      day: dayIn(ctx, me.authorised_at),
      sources: sources.join(' · '),
    }),
  ];
}

const paid = (say: Say, { amount_fen, people, from_on, ended_on, ended_why }: AwardRow) => [
  say('own.assistance-paid', { from: from_on, amount: yuanOf(amount_fen), people }),
  ...(ended_on === null
    ? []
    : [say('own.assistance-ended', { day: ended_on, why: ended_why ?? '' })]),
];

const shown = ['incomeFen', 'medicalFen', 'educationFen', 'assetsFen', 'standardFen'] as const;
const sums = (say: Say, reckoning: Reckoning) =>
  shown.map((what) =>
    say('own.pair', { what: say(`own.assistance.${what}`), value: yuanOf(reckoning[what]) }),
  );
