// SPDX-License-Identifier: Apache-2.0
import { registryWords } from '@lilong/contracts/registry-labels';
import { useRead } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { useT } from '../words.ts';
import { wordsKept } from './use-card.ts';

const examples = [
  ['name', '王小'],
  ['pinyin', 'wxm'],
  ['door', '1号501'],
  ['phone', '5678'],
] as const;

/** Nothing typed yet: what can be typed, each example a button that types it. */
export function Start({ onTry }: { readonly onTry: (words: string) => void }): ReactNode {
  const t = useT();
  const words = useRead(registryWords, {}, wordsKept);
  return (
    <Empty icon="people" title={t('people.start')}>
      <p>{t('people.start-how')}</p>
      <ul className="reg-examples">
        {examples.map(([kind, words]) => (
          <li key={kind}>
            <button type="button" onClick={() => onTry(words)}>
              <b lang="zh-CN">{words}</b>
              <small>{t(`people.example.${kind}`)}</small>
            </button>
          </li>
        ))}
      </ul>
      <nav className="reg-ways" aria-label={t('people.ways')}>
        <Link to="/crowds">{t('crowds.title')}</Link>
        <Link to="/objections">{t('objections.title')}</Link>
        <Link to="/twins" search={(now) => now}>
          {t('twins.title')}
        </Link>
        <Link to="/groups">{t('groups.title')}</Link>
        <Link to="/delays">{t('delays.title')}</Link>
        {words.data?.cases === true && <Link to="/single-cases">{t('cases-label.title')}</Link>}
      </nav>
    </Empty>
  );
}
