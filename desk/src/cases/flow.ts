// SPDX-License-Identifier: Apache-2.0
import type { FlowEntry } from '@lilong/contracts/case-shapes';
import { useMoment } from '@lilong/ui/words.tsx';
import { type Key, useT } from '../words.ts';
import { useCodeName } from './catalogue.ts';
import { useCategoryNamed } from './categories.ts';
import { useClosingWords, type When } from './conditions.ts';
import { useLimit } from './limit.ts';

/** A move, an act, or another entry of the log, in words. */
export function useMoveWords(): (move: string) => string {
  const t = useT();
  return (move) => {
    for (const group of ['flow', 'move', 'act']) {
      const key = `${group}.${move}`;
      const said = t(key as Key); // a key without words comes back as it went
      if (said !== key) return said;
    }
    return move;
  };
}

/** What an entry knows beside its words, each as a short sentence: the ground, to whom, how long. */
export function useFlowFacts(
  { facts, words, move }: FlowEntry,
  conditions: readonly When[],
): readonly string[] {
  const t = useT();
  const sayMove = useMoveWords();
  const limit = useLimit();
  const until = useUntil(facts);
  const categoryNamed = useCategoryNamed();
  const sayClosing = useClosingWords(conditions);
  const { ground, reasonCode, organisation, kind, merged, into, apart, undone, question } = facts;
  const groundName = useCodeName('return_ground', ground !== undefined);
  const reasonName = useCodeName('decline_reason', reasonCode !== undefined);
  const text = (key: Key, name: string, value: unknown): string | undefined =>
    typeof value === 'string' && value !== '' ? t(key, { [name]: value }) : undefined;
  const said = [
    typeof ground === 'string' ? t('flow.fact.ground', { ground: groundName(ground) }) : undefined,
    typeof reasonCode === 'string'
      ? t('flow.fact.reason-code', { reason: reasonName(reasonCode) })
      : undefined,
    text('flow.fact.organisation', 'organisation', organisation),
    typeof facts.category === 'string'
      ? t('flow.fact.category', { category: categoryNamed(facts.category) })
      : undefined,
    typeof facts.limit === 'string'
      ? t('flow.fact.limit', { limit: limit(facts.limit) })
      : undefined,
    until,
    move === 'supervise' && typeof kind === 'string' ? t(`supervise.${kind}` as Key) : undefined,
    typeof facts.closing === 'string'
      ? t('flow.fact.closing', { closing: sayClosing(facts.closing) })
      : undefined,
    facts.reason === words ? undefined : text('flow.fact.reason', 'reason', facts.reason),
    text('flow.fact.question', 'question', question),
    Array.isArray(merged) ? merged.join(t('list.join')) : undefined,
    text('flow.fact.into', 'ref', into),
    typeof apart === 'string' ? apart : undefined,
    typeof undone === 'string' ? sayMove(undone) : undefined,
  ];
  return said.filter((one) => one !== undefined);
}

/** A promise that was made, moved, or asked to be moved. */
function useUntil({ dueBefore, dueAfter, until, was }: FlowEntry['facts']): string | undefined {
  const t = useT();
  const say = useMoment();
  const [before, after] = [was ?? dueBefore, until ?? dueAfter];
  if (typeof after !== 'string') return undefined;
  if (typeof before === 'string' && say(before) !== say(after))
    return t('flow.fact.due-moved', { was: say(before), until: say(after) });
  return t('flow.fact.due', { until: say(after) });
}
