// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.ts';
import { Cards } from '../parts/Cards.tsx';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Line, Taking } from './taking.ts';

interface ConsentProps {
  readonly taking: Taking;
  readonly centreName: string;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Taking>) => void;
}

/** Read aloud before anything is taken along: what, how many, what for, where to. */
export function Consent({ taking, centreName, problem, onChange }: ConsentProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const { about, lines, agreed, code } = taking;
  const words = {
    ...{ papers: useRead(lines), count: countOf(lines), centre: centreName },
    item: about === undefined ? '' : named(about.name, about.nameEn),
  };
  return (
    <section className="sheet-card affairs-consent" aria-labelledby="door-read">
      <h2 id="door-read">{t('doorstep.consent')}</h2>
      <blockquote>{t('doorstep.read', words)}</blockquote>
      <AgreedHow agreed={agreed} code={code} problem={problem} onChange={onChange} />
    </section>
  );
}

export const countOf = (lines: readonly { readonly count: number }[]): number =>
  lines.reduce((sum, { count }) => sum + count, 0);

/** 身份证复印件 2 份、租约原件 1 份. */
export function useRead(
  lines: readonly Pick<Line, 'name' | 'nameEn' | 'form' | 'count'>[],
): string {
  const t = useT();
  const named = useNamed();
  return lines
    .map(({ name, nameEn, form, count }) => {
      const [called, is] = [named(name, nameEn), t(`paperform.${form}`)];
      return t('doorstep.paper-read', { name: called, form: called.endsWith(is) ? '' : is, count });
    })
    .join(t('doorstep.and'));
}

type AgreedHowProps = Pick<Taking, 'agreed' | 'code'> & Omit<ConsentProps, 'taking' | 'centreName'>;
/** Aloud, or with a code of theirs. */
export function AgreedHow({ agreed, code, problem, onChange }: AgreedHowProps): ReactNode {
  const t = useT();
  return (
    <>
      <Cards
        legend={t('doorstep.consent-how')}
        name="agreed"
        value={agreed}
        options={[
          { value: 'told', title: t('doorstep.consent-told') },
          { value: 'code', title: t('doorstep.consent-code') },
        ]}
        problem={blames(problem, 'consent')}
        onChange={(how) => onChange({ agreed: how })}
      />
      {agreed === 'code' && (
        <TextField
          label={t('doorstep.code')}
          hint={t('doorstep.code-hint')}
          maxLength={26}
          value={code}
          problem={blames(problem, 'code') ?? blames(problem, 'agreed.code')}
          onChange={(typed) => onChange({ code: typed.replace(/\D/g, '') })}
        />
      )}
    </>
  );
}
