// SPDX-License-Identifier: Apache-2.0
import type { RatingLine, RatingPage } from '@lilong/contracts/ratings';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLanguage } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { spanOf, useNow } from '../cases/due.ts';
import { useT } from '../words.ts';

interface Name {
  readonly name: string;
  readonly nameEn: string | null;
}
export function useNamed(): (of: Name) => string {
  const english = useLanguage() === 'en';
  return ({ name, nameEn }) => (english ? (nameEn ?? name) : name);
}

type Due = Pick<RatingLine, 'state' | 'provisional' | 'solved'> & { readonly dueAt: string | null };
const soonMs = 24 * 3_600_000;

/** How long to contact or to handle it, or how it ended; always with the word. */
export function DueTag({ of }: { readonly of: Due }): ReactNode {
  const t = useT();
  const now = useNow();
  if (of.solved !== null)
    return (
      <span className={of.solved ? 'tag tag-done' : 'tag tag-late'}>
        {t(of.solved ? 'ratings.solved-yes' : 'ratings.solved-no')}
      </span>
    );
  if (of.dueAt === null) return <span className="tag">{t('ratings.state-finished')}</span>;
  const leftMs = Date.parse(of.dueAt) - now;
  const late = leftMs < 0;
  const { key, values } = spanOf(Math.abs(leftMs));
  const clock = of.state === 'heard' ? 'contact' : 'finish';
  const fine = leftMs < soonMs ? 'soon' : 'ok';
  return (
    <span className={`tag tag-${late ? 'late' : fine}`}>
      {late && <Icon name="warning" size={13} />}
      {t(`ratings.clock-${clock}`)} {t(late ? 'due.late' : 'due.left', { span: t(key, values) })}
      {of.provisional && <small>{t('due.provisional')}</small>}
    </span>
  );
}

/** Of the clock that runs. */
export const dueOf = ({ state, contactDue, finishDue }: RatingPage): string | null => {
  if (state === 'heard') return contactDue;
  return state === 'contacted' ? finishDue : null;
};
