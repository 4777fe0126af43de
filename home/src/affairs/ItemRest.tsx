// SPDX-License-Identifier: Apache-2.0
import type { ItemCard } from '@lilong/contracts/affair-items';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { Named, useLimitWords, useNamed } from './said.tsx';

/** What fewer people ask for: who may, who decides, the steps, the law, whom to ask. */
export function ItemRest({ card }: { readonly card: ItemCard }): ReactNode {
  const t = useAffairT();
  return (
    <>
      {card.conditions.length > 0 && (
        <section>
          <h2>{t('item.conditions')}</h2>
          <ul className="guide-list">
            {card.conditions.map(({ text, textEn }) => (
              <li key={text}>
                <Named zh={text} en={textEn} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Result card={card} />
      <Parts card={card} />
      <Who card={card} />
      <Laws card={card} />
      <Where card={card} />
      <Joins card={card} />
    </>
  );
}

interface PartProps {
  readonly card: ItemCard;
}

function Result({ card }: PartProps): ReactNode {
  const t = useAffairT();
  const { result } = card;
  return (
    <section>
      <h2>{t('item.result')}</h2>
      <p>
        <b>
          <Named zh={result.name} en={result.nameEn} />
        </b>
        <br />
        {result.deliveries.map((by) => t(`delivery.${by}`)).join(' · ')}
      </p>
      {result.valid !== null && (
        <p className="hint" lang="zh-CN">
          {t('item.valid', { valid: result.valid })}
        </p>
      )}
    </section>
  );
}

/** 一件事: who decides which part, each by its own day. */
function Parts({ card: { parts } }: PartProps): ReactNode {
  const t = useAffairT();
  const limit = useLimitWords();
  const named = useNamed();
  if (parts.length === 0) return null;
  return (
    <section>
      <h2>{t('item.parts')}</h2>
      <ul className="guide-list">
        {parts.map(({ item, name, nameEn, departmentName, departmentNameEn, promised }) => (
          <li key={item}>
            <b>
              <Named zh={name} en={nameEn} />
            </b>{' '}
            <small>
              {t('item.part', {
                ...{ department: named(departmentName, departmentNameEn), limit: limit(promised) },
              })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Who({ card }: PartProps): ReactNode {
  const t = useAffairT();
  const limit = useLimitWords();
  const { mode, acceptsAt, decides, department, steps, procedures } = card;
  return (
    <section>
      <h2>{t('item.who')}</h2>
      <p>
        {t(mode === 'direct' ? 'item.direct' : `item.forwarded-${acceptsAt}`)}
        <br />
        {decides === 'centre' ? (
          t('item.decided-centre')
        ) : (
          <DecidedBy name={department.name} nameEn={department.nameEn} />
        )}
      </p>
      {steps.length > 0 && (
        <ol className="guide-list" aria-label={t('item.steps')}>
          {steps.map(({ step, stepEn, who, whoEn, limit: within }) => (
            <li key={step}>
              <b>
                <Named zh={step} en={stepEn} />
              </b>{' '}
              <Named zh={who} en={whoEn} /> {within !== null && limit(within)}
            </li>
          ))}
        </ol>
      )}
      {procedures.length > 0 && (
        <p className="hint">
          {t('item.procedures')} {procedures.map((one) => t(`procedure.${one}`)).join(' · ')}
        </p>
      )}
    </section>
  );
}

function DecidedBy({ name, nameEn }: { readonly name: string; readonly nameEn: string | null }) {
  const t = useAffairT();
  const [before = '', after = ''] = t('item.decided-department', { department: '|' }).split('|');
  return (
    <>
      {before}
      <Named zh={name} en={nameEn} />
      {after}
    </>
  );
}

/** The law as it is written; whoever wants it opens it. */
function Laws({ card: { law } }: PartProps): ReactNode {
  const t = useAffairT();
  if (law.length === 0) return null;
  return (
    <details className="guide-law">
      <summary>{t('item.law')}</summary>
      <ul className="guide-list">
        {law.map(({ name, nameEn, article, articleEn, text, textEn }) => (
          <li key={`${name} ${article}`}>
            <b>
              <Named zh={name} en={nameEn} />
            </b>{' '}
            {article !== null && <Named zh={article} en={articleEn} />}
            {text !== null && (
              <p>
                <Named zh={text} en={textEn} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Where({ card }: PartProps): ReactNode {
  const t = useAffairT();
  const { contact, source, since, code } = card;
  return (
    <section className="hall-about">
      <h2>{t('item.where')}</h2>
      <p lang="zh-CN">{contact.where}</p>
      <p lang="zh-CN">{contact.hours}</p>
      {contact.phone !== null && (
        <a className="button" href={`tel:${contact.phone}`}>
          {t('item.phone', { phone: contact.phone })}
        </a>
      )}
      {contact.complaints !== null && (
        <p className="hint">{t('item.complaints', { phone: contact.complaints })}</p>
      )}
      <p className="hint guide-source">
        {t('item.code', { code: code.implementing ?? code.basic })}
        <br />
        {code.invented && t('item.invented')} {t('item.source', { source, since })}
      </p>
    </section>
  );
}

function Joins({ card: { joins } }: PartProps): ReactNode {
  const t = useAffairT();
  if (joins.length === 0) return null;
  return (
    <section>
      <h2>{t('item.joins')}</h2>
      <nav className="rows" aria-label={t('item.joins')}>
        {joins.map(({ item, name, nameEn }) => (
          <Link key={item} to={`/affairs/${item}`}>
            <Named zh={name} en={nameEn} />
          </Link>
        ))}
      </nav>
    </section>
  );
}
