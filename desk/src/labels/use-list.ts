// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { mostInFile, supplyByFile } from '@lilong/contracts/registry-supply';
import type { ReplyOf } from '@lilong/contracts/route';
import { LONG_PATIENCE_MS, localProblem, useWrite } from '@lilong/ui/client.ts';
import { useState } from 'react';
import { base64Of } from './base64.ts';

interface Chosen {
  readonly name: string;
  readonly file: string;
}
/** What holds for the whole list, where its lines do not say otherwise. */
export interface Whole {
  readonly label?: string;
  readonly from?: string;
}
export type Tried = ReplyOf<typeof supplyByFile>;
interface List {
  readonly chosen: Chosen | undefined;
  readonly whole: Whole;
  readonly problem: Problem | undefined;
  /** What a trial found; none while it runs. */
  readonly tried: Tried | undefined;
  readonly trying: boolean;
  readonly taking: boolean;
  readonly choose: (file: File | undefined) => Promise<void>;
  readonly settle: (whole: Whole) => void;
  /** Lines that were taken; none when it was refused. */
  readonly take: () => Promise<number | undefined>;
}

const tooLarge = localProblem('input.too-large', 413, 'file', { limitMb: mostInFile.bytes / 1e6 });
const patience = { patienceMs: LONG_PATIENCE_MS };

/** A list that is tried whenever it, or what holds for all of it, changes. */
export function useList(): List {
  const trial = useWrite(supplyByFile, patience);
  const real = useWrite(supplyByFile, { ...patience, refreshes: ['registry'] });
  const [chosen, setChosen] = useState<Chosen>();
  const [isLarge, setLarge] = useState(false);
  const [whole, setWhole] = useState<Whole>({});
  const tryIt = (one: Chosen, of: Whole) => trial.send({ ...one, ...of, dry: true });
  async function choose(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    trial.clear();
    real.clear();
    setLarge(file.size > mostInFile.bytes);
    if (file.size > mostInFile.bytes) return setChosen(undefined);
    const one = { name: file.name.slice(0, 200), file: await base64Of(file) };
    setChosen(one);
    await tryIt(one, whole);
  }
  return {
    ...{ chosen, whole, choose, trying: trial.pending, taking: real.pending },
    problem: isLarge ? tooLarge : (real.refusal ?? trial.refusal),
    tried: trial.pending ? undefined : trial.reply,
    settle: (of) => {
      setWhole(of);
      if (chosen !== undefined) void tryIt(chosen, of);
    },
    take: async () =>
      chosen === undefined
        ? undefined
        : (await real.send({ ...chosen, ...whole, dry: false }))?.taken,
  };
}
