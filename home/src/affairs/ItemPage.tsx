// SPDX-License-Identifier: Apache-2.0
import { type ItemCard, itemCard } from '@lilong/contracts/affair-items';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { Link, useInAddress } from '../shell/nav.tsx';
import { useAffairT, WithAffairWords } from '../words/affairs.tsx';
import { ItemMaterials } from './ItemMaterials.tsx';
import { ItemRest } from './ItemRest.tsx';
import { Named, useLimitWords } from './said.tsx';
import './affairs.css';

/** 办事指南: how long, how often one has to go, what it costs; then what it takes. */
export function ItemPage(): ReactNode {
  return (
    <WithAffairWords>
      <Guide item={useInAddress('item')} />
    </WithAffairWords>
  );
}

function Guide({ item }: { readonly item: string }): ReactNode {
  const { data, error, refetch } = useRead(itemCard, { item });
  if (data === undefined && error !== null)
    return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  return (
    <article className="page narrow guide">
      <p className="guide-of">
        <Named zh={data.department.name} en={data.department.nameEn} />
        {data.code.invented && <Example />}
      </p>
      <h1>
        <Named zh={data.name} en={data.nameEn} />
      </h1>
      <p>
        <Named zh={data.about} en={data.aboutEn} />
      </p>
      {data.unasked && <Unasked />}
      <Figures card={data} />
      <Begin card={data} />
      <ItemMaterials card={data} />
      <ItemRest card={data} />
    </article>
  );
}

function Unasked(): ReactNode {
  return <p className="notice done">{useAffairT()('item.unasked')}</p>;
}

function Example(): ReactNode {
  return <span className="tag soon">{useAffairT()('item.example')}</span>;
}

/** The three things everybody asks first. */
function Figures({ card }: { readonly card: ItemCard }): ReactNode {
  const t = useAffairT();
  const limit = useLimitWords();
  const { byRule, promised, legal, fromHome, visits, visitsWhy, fee } = card;
  return (
    <dl className="card guide-figures">
      <div>
        <dt>{t('item.promise')}</dt>
        <dd>
          <b>{byRule ? t('item.at-once') : t('item.within', { limit: limit(promised) })}</b>
          {legal !== null && <small>{t('item.legal', { limit: limit(legal) })}</small>}
        </dd>
      </div>
      <div>
        <dt>{t('item.go')}</dt>
        <dd>
          <b>
            {fromHome && visits === 0
              ? t('item.no-visit')
              : t('item.visits', { count: Math.max(visits, 1) })}
          </b>
          {visitsWhy !== null && visits > 0 && <small lang="zh-CN">{visitsWhy}</small>}
        </dd>
      </div>
      <div>
        <dt>{t('item.fee')}</dt>
        <dd>
          <b>{t(fee.charged ? 'item.charged' : 'item.free')}</b>
          {fee.standard !== null && <small lang="zh-CN">{fee.standard}</small>}
        </dd>
      </div>
    </dl>
  );
}

/** The one thing to do next: begin here, or go there. */
function Begin({ card }: { readonly card: ItemCard }): ReactNode {
  const t = useAffairT();
  const { burden, fromHome, item } = card;
  if (!fromHome)
    return (
      <nav className="guide-go">
        <Link className="button main wide" to="/hall">
          {t('item.hall')}
        </Link>
      </nav>
    );
  return (
    <nav className="guide-go">
      <p className="hint">{t('item.burden', { ...burden, typed: burden.asked })}</p>
      <Link className="button main wide" to={`/affairs/${item}/apply`}>
        {t('item.apply')}
      </Link>
      <Link className="button wide" to="/hall">
        <Icon name="list" size="1.2em" />
        {t('item.or-hall')}
      </Link>
    </nav>
  );
}
