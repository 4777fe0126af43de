// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../words.ts';
import { FindInput } from './FindInput.tsx';
import { focusFind } from './rows.ts';
import type { Finding } from './use-finding.ts';

interface FindFieldProps {
  readonly finding: Finding;
  readonly focused: boolean;
}

/** One field for whatever somebody has at hand. */
export function FindField({ finding, focused }: FindFieldProps): ReactNode {
  const t = useT();
  const { words, type, found } = finding;
  const atOnce = useRef(focused && words === '');
  useEffect(() => {
    if (atOnce.current) focusFind();
  }, []);
  return (
    <search className="reg-find">
      <FindInput label={t('people.find')} hint={t('people.find-hint')} words={words} type={type} />
      <p className="reg-count" role="status">
        {found !== undefined &&
          t(found.more ? 'people.found-more' : 'people.found', {
            people: found.people.length,
            homes: found.homes.length,
          })}
      </p>
    </search>
  );
}
