// SPDX-License-Identifier: Apache-2.0
// One question each of 12345's form. A field that was left alone is null, never an empty text.
import type { Problem } from '@lilong/contracts/call';
import type { HotlineReply } from '@lilong/contracts/hotline';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { momentOf, typedOf } from '../parts/days.ts';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { type Key, useT } from '../words.ts';

type Names<V> = {
  [K in keyof HotlineReply]: HotlineReply[K] extends V ? K : never;
}[keyof HotlineReply];
type MomentName = 'contactedAt' | 'answeredAt';
type ChoiceName = 'result' | 'satisfaction' | 'answerMeans';

export interface PartProps {
  readonly reply: HotlineReply;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<HotlineReply>) => void;
}
interface Asked<N> extends PartProps {
  readonly name: N;
  readonly words: Key;
}

export function Tick({ name, words, reply, onChange }: Asked<Names<boolean>>): ReactNode {
  const t = useT();
  return (
    <Checkbox checked={reply[name]} onChange={({ target }) => onChange({ [name]: target.checked })}>
      {t(words)}
    </Checkbox>
  );
}

export function Text({
  name,
  words,
  reply,
  problem,
  onChange,
}: Asked<Exclude<Names<string | null>, MomentName | ChoiceName>>): ReactNode {
  const t = useT();
  return (
    <TextField
      label={t(words)}
      need="may"
      problem={blames(problem, name)}
      maxLength={500}
      value={reply[name] ?? ''}
      onChange={(text) => onChange({ [name]: text === '' ? null : text })}
    />
  );
}

export function When({ name, words, reply, problem, onChange }: Asked<MomentName>): ReactNode {
  const t = useT();
  const at = reply[name];
  return (
    <TextField
      label={t(words)}
      need="may"
      problem={blames(problem, name)}
      type="datetime-local"
      value={at === null ? '' : typedOf(at)}
      onChange={(text) => onChange({ [name]: text === '' ? null : momentOf(text) })}
    />
  );
}

/** One of a few, by name; `options` are those of the contract. */
export function Choice<N extends ChoiceName>({
  name,
  words,
  options,
  reply,
  problem,
  onChange,
}: Asked<N> & { readonly options: readonly NonNullable<HotlineReply[N]>[] }): ReactNode {
  const t = useT();
  return (
    <Cards
      legend={t(words)}
      name={name}
      value={reply[name] ?? undefined}
      options={options.map((value) => ({ value, title: t(`hotline.${name}.${value}` as Key) }))}
      problem={blames(problem, name)}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
}

/** An area in square metres. */
export function Area({
  name,
  words,
  reply,
  problem,
  onChange,
}: Asked<'illegalBuildingM2'>): ReactNode {
  const t = useT();
  return (
    <TextField
      label={t(words)}
      need="may"
      problem={blames(problem, name)}
      type="number"
      value={reply[name]?.toString() ?? ''}
      onChange={(text) => onChange({ [name]: text === '' ? null : Number(text) })}
    />
  );
}
