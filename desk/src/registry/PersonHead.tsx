// SPDX-License-Identifier: Apache-2.0
import type { PersonCard } from '@lilong/contracts/registry';
import { useLanguage } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { CardTitle } from './CardFrame.tsx';
import { useCode, useDay } from './said.ts';
import { SexAge } from './Who.tsx';

/** Who it is, and the 人户 state in words. */
export function PersonHead({ card }: { readonly card: PersonCard }): ReactNode {
  const t = useT();
  const code = useCode();
  const say = useDay();
  const language = useLanguage();
  return (
    <header className="case-head">
      <CardTitle>
        <span lang="zh-CN">{card.name}</span>
        {language === 'en' && (
          <small lang="zh-Latn" className="reg-reading">
            {card.pinyin}
          </small>
        )}
      </CardTitle>
      <p className="reg-facts">
        <SexAge of={card} />
        {card.bornOn !== null && (
          <span>
            {t('person.born')} {say(card.bornOn)}
          </span>
        )}
        {card.nation !== null && <span>{code('nation', card.nation)}</span>}
      </p>
      <p className="case-flags">
        {card.diedOn !== null && (
          <span className="tag tag-state">{t('person.died', { day: say(card.diedOn) })}</span>
        )}
        {card.standing !== null && (
          <span className="tag">
            <span className="unseen">{t('person.registry')}</span>
            {code('standing', card.standing)}
          </span>
        )}
      </p>
    </header>
  );
}
