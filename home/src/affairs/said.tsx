// SPDX-License-Identifier: Apache-2.0
import type { AffairLine } from '@lilong/contracts/affairs';
import { useLanguage, useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useAffairT } from '../words/affairs.tsx';

/** What has a name in both languages, in the reader's. */
export function useNamed(): (name: string, nameEn: string | null) => string {
  const english = useLanguage() === 'en';
  return (name, nameEn) => (english ? (nameEn ?? name) : name);
}

interface NamedProps {
  readonly zh: string;
  readonly en: string | null;
}

/** The same on the page; where there is no English, what stands there says that it is Chinese. */
export function Named({ zh, en }: NamedProps): ReactNode {
  const english = useLanguage() === 'en';
  if (english && en !== null) return en;
  return english ? <span lang="zh-CN">{zh}</span> : zh;
}

/** `5WD`: 5 个工作日. */
export function useLimitWords(): (limit: string) => string {
  const t = useAffairT();
  return (limit) => {
    const [, count, unit] = /^(\d+)(UH|WH|WD|UD)$/.exec(limit) ?? [];
    if (count === undefined) return limit;
    return t(`limit.${unit as 'UH' | 'WH' | 'WD' | 'UD'}`, { count: Number(count) }); // says the pattern
  };
}

type Due = Pick<AffairLine, 'clock' | 'dueAt' | 'lateness' | 'provisional'>;

/** By when something happens, or that the clock stands still; nothing when none runs. */
export function DueLine({ of: { clock, dueAt, lateness, provisional } }: { of: Due }): ReactNode {
  const t = useAffairT();
  const say = useMoment();
  if (clock === 'stopped') return <b className="tone plain">{t('mine.due.stopped')}</b>;
  if (clock === 'none' || dueAt === null) return null;
  const when = say(dueAt);
  const late = lateness === 'late';
  return (
    <>
      <b className={`tone ${late ? 'late' : 'plain'}`}>
        {t(late ? `mine.late.${clock}` : `mine.due.${clock}`, { when })}
      </b>
      {provisional && <small className="hint">{t('mine.provisional')}</small>}
    </>
  );
}
