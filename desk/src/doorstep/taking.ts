// SPDX-License-Identifier: Apache-2.0
// What a worker has ticked and typed at the door: what goes to the server. Pure.
import type { Agreed, collectPapers, Lacking } from '@lilong/contracts/doorstep';
import type { InputOf } from '@lilong/contracts/route';

type Told = InputOf<typeof collectPapers>;
export interface Line {
  /** Of the material that it is; none: it was typed. */
  readonly key: string | undefined;
  readonly name: string;
  readonly nameEn: string | null;
  readonly form: 'original' | 'copy';
  readonly count: number;
  readonly files: readonly number[];
}
/** What the papers are for. */
export interface For {
  readonly matter: string | undefined;
  readonly item: string;
  readonly name: string;
  readonly nameEn: string | null;
}
export interface Taking {
  readonly about: For | undefined;
  readonly lines: readonly Line[];
  readonly agreed: 'told' | 'code' | undefined;
  readonly code: string;
}
export const nothingTaken: Taking = { about: undefined, lines: [], agreed: undefined, code: '' };

const most = 99;
export const lineOf = ({ key, name, nameEn }: Omit<Lacking, 'asked'>): Line => ({
  ...{ key, name, nameEn, form: 'original', count: 1, files: [] },
});
/** What calls itself a copy is one, until somebody says otherwise. */
export const typedLine = (name: string): Line => ({
  ...{ key: undefined, name, nameEn: null, count: 1, files: [] },
  form: /复印件|copy/i.test(name) ? 'copy' : 'original',
});

/** A material is one line, taken or not. */
export const toggled = (lines: readonly Line[], one: Line): readonly Line[] =>
  lines.some(({ key }) => key === one.key)
    ? lines.filter(({ key }) => key !== one.key)
    : [...lines, one];

export const changed = (lines: readonly Line[], at: number, part: Partial<Line>): readonly Line[] =>
  lines.map((line, nth) => {
    if (nth !== at) return line;
    const next = { ...line, ...part };
    return { ...next, count: Math.min(most, Math.max(1, next.count)) };
  });

export const yesOf = ({ agreed, code }: Pick<Taking, 'agreed' | 'code'>): Agreed =>
  agreed === 'code' ? { by: 'code', code } : { by: 'told' };

/** None while something is not said yet. */
export function toldOf(person: number, { about, lines, agreed, code }: Taking): Told | undefined {
  if (about === undefined || lines.length === 0 || agreed === undefined) return undefined;
  const { matter, item } = about;
  return {
    ...{ person, agreed: yesOf({ agreed, code }) },
    ...(matter === undefined ? { item } : { matter }),
    papers: lines.map(({ key, name, form, count, files }) => ({
      ...{ name, form, count },
      ...(key === undefined ? {} : { key }),
      ...(files.length === 0 ? {} : { files: [...files] }),
    })),
  };
}
