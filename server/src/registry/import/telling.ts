// SPDX-License-Identifier: Apache-2.0
// Refused lines in words: into the report, and the first of them to the terminal.
import type { Language } from '@lilong/contracts/identity';
import type { Ctx } from '../../kernel/ctx.ts';
import { sayServer } from '../../kernel/voice.ts';
import { type Fault, faultOf } from '../../places/index.ts';
import { type Columns, type Field, type Kind, titleOf } from './fields.ts';
import type { Report } from './refused.ts';
import type { Row } from './table.ts';

/** A refused line: its number, the heading of the column, and why. */
export interface Refused {
  readonly at: number;
  readonly title: string;
  readonly code: string;
  say(language: Language): string;
}
export interface Telling {
  tell(row: Row, why: readonly Error[]): void;
  flush(ctx: Ctx): number | Promise<number>;
  /** The first of them. */
  readonly first: readonly Refused[];
}

const MOST_TOLD = 20;

export function makeTelling(kind: Kind, { at, titles }: Columns, report: Report): Telling {
  const first: Refused[] = [];
  const titleAt = ({ field }: Fault): string => {
    const index = at.get(field as Field); // of a field that the file does not have there is none
    return (index === undefined ? undefined : titles[index]) ?? titleOf(kind, field);
  };
  return {
    first,
    flush: (ctx) => report.flush(ctx),
    tell: (row, why) => {
      const faults = why.map((one) => faultOf(row.at, one));
      const said = (language: Language): string =>
        faults
          .map((one) =>
            sayServer(language, 'load.reason', { title: titleAt(one), why: one.say(language) }),
          )
          .join(' ');
      const told = faults.map((one): Refused => {
        const { at, code } = one;
        return { at, code, title: titleAt(one), say: (language) => one.say(language) };
      });
      report.add(row, [said('zh'), said('en')], told);
      first.push(...told.slice(0, MOST_TOLD - first.length));
    },
  };
}
