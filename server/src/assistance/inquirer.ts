// SPDX-License-Identifier: Apache-2.0
// The port to those who are asked about somebody's means. In the demonstration a simulation answers by source, after a while;
// a deployment puts its own in here. Without one, answers come by letter and are written down by hand.
import { createHash } from 'node:crypto';
import type { InquirySource } from '@lilong/contracts/assistance';
import type { Answer } from '@lilong/contracts/assistance-work';
import type { Ctx } from '../kernel/ctx.ts';

export interface Question {
  readonly no: number;
  readonly person: number;
  readonly age: number;
  readonly source: InquirySource;
  readonly askedAt: Date;
}
export interface Answered {
  readonly no: number;
  /** None: it has no record. */
  readonly answer: Answer | null;
}
export interface Inquirer {
  /** What has been answered of these by now. Asked again, it says the same. */
  answers(open: readonly Question[], now: Date): Promise<readonly Answered[]>;
}

export const inquirerOf = ({ demo }: Pick<Ctx, 'demo'>): Inquirer => (demo ? simulated : nobody);

const nobody: Inquirer = { answers: async () => [] };

/** Answers by who is asked about and by source, the same each time; some come late, some never. All of it invented. */
const simulated: Inquirer = {
  answers: async (open, now) =>
    open
      .filter((one) => now.getTime() - one.askedAt.getTime() >= delayOf(one))
      .map((one) => ({ no: one.no, answer: makers[one.source](luckOf(one), one.age) })),
};

/** Between nought and one. */
const luckOf = ({ person, source }: Question): number =>
  createHash('sha256').update(`${person} ${source}`).digest().readUInt32BE(0) / 2 ** 32;

const SECOND_MS = 1000;
/** A few seconds to a minute; one in twenty-five waits for a letter. */
function delayOf(question: Question): number {
  const luck = (luckOf(question) * 7919) % 1;
  return luck > 0.96 ? Number.POSITIVE_INFINITY : (2 + luck * 40) * SECOND_MS;
}

const yuan = (amount: number): number => Math.round(amount) * 100;
type Maker = (luck: number, age: number) => Answer | null;
const none: Maker = () => null;
const grown = 18;
const retired = 60;
const between = (luck: number, least: number, most: number): number =>
  yuan(least + luck * (most - least));

const makers: Readonly<Record<InquirySource, Maker>> = {
  household: () => ({ says: '本市户籍，与登记一致' }),
  marriage: (luck, age) => (age < grown ? null : { says: luck < 0.6 ? '已婚' : '未婚或离异' }),
  vehicles: (luck) => (luck < 0.97 ? null : { says: '名下一辆两轮电动车' }),
  employment: (luck, age) =>
    age >= retired || age < grown || luck < 0.5 ? null : { says: '灵活就业登记' },
  property: (luck) => (luck < 0.6 ? null : { says: '名下无产权，承租公有住房一处' }),
  business: none,
  tax: (luck, age) =>
    age < grown || age >= retired || luck < 0.5 ? null : { incomeFen: between(luck, 300, 1700) },
  social_security: (luck, age) => {
    if (age >= retired) return { incomeFen: between(luck, 900, 1700), says: '城乡居民养老金' };
    return luck < 0.85 ? null : { incomeFen: between(luck, 400, 900), says: '失业补助' };
  },
  extra_insurance: none,
  housing_fund: none,
  spending: (luck, age) => ({
    medicalFen: between(luck, 60, age >= retired ? 900 : 300),
    educationFen: age < grown ? between(luck, 200, 600) : 0,
  }),
  deposits: (luck) => ({ assetsFen: between(luck, 200, 14_000) }),
  securities: none,
  insurance: (luck) =>
    luck < 0.9 ? null : { assetsFen: between(luck, 1000, 5000), says: '小额人身保险现金价值' },
  funds: none,
};
