// SPDX-License-Identifier: Apache-2.0
import type { ObjectionLine } from '@lilong/contracts/registry-objections';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';

/** Late, until when, or what came of it; always with the word. */
export function AnswerBy({ line }: { readonly line: ObjectionLine }): ReactNode {
  const t = useT();
  const say = useMoment();
  const { state, late, dueAt } = line;
  if (state !== 'open')
    return (
      <span className={state === 'accepted' ? 'tag tag-done' : 'tag'}>
        {t(`objection.state.${state}`)}
      </span>
    );
  return (
    <span className={late ? 'tag tag-late' : 'tag tag-soon'}>
      {late && <Icon name="warning" size={13} />}
      {t(late ? 'objection.late' : 'objection.due', { day: say(dueAt, 'day') })}
    </span>
  );
}

/** Who raised it, where and when. */
export function useRaised(): (line: ObjectionLine) => string {
  const t = useT();
  const say = useMoment();
  return ({ organisationName, placeName, filedAt }) =>
    t('objections.by', {
      who: organisationName ?? t('objections.by-self', { place: placeName }),
      day: say(filedAt, 'day'),
    });
}
