// SPDX-License-Identifier: Apache-2.0
import { procedures } from '@lilong/contracts/affair-items';
import type { ItemBody } from '@lilong/contracts/item-body';
import type { ReactNode } from 'react';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { PartProps } from './BasicPart.tsx';
import { Both } from './Both.tsx';
import { useAt } from './blamed.tsx';
import { Ticks } from './ConditionPart.tsx';
import { without } from './draft.ts';
import { LimitField } from './LimitField.tsx';
import { Rows } from './Rows.tsx';

type Step = ItemBody['steps'][number];
type Law = ItemBody['law'][number];

/** How it goes on, by which law, and whom one asks. */
export function GuideParts(props: PartProps): ReactNode {
  return (
    <>
      <Steps {...props} />
      <Laws {...props} />
      <Contact {...props} />
    </>
  );
}

function Steps({ draft: { body }, problem, onBody }: PartProps): ReactNode {
  const t = useT();
  return (
    <Rows
      title={t('items.steps')}
      add={t('items.add-step')}
      rows={body.steps}
      nameOf={({ step, who }) => [step, who].filter((one) => one !== '').join(' · ')}
      fresh={(): Step => ({ step: '', who: '' })}
      onChange={(steps) => onBody({ steps })}
      {...useAt(problem, 'steps')}
    >
      {(one, change) => {
        const put = (more: Partial<Step>) => {
          const { step, who, ...rest } = { ...one, ...more };
          change({ step, who, ...without(rest) });
        };
        return (
          <>
            <Both
              label={t('items.step')}
              most={20}
              zh={one.step}
              en={one.stepEn ?? ''}
              onChange={(step, stepEn) => put({ step, stepEn })}
            />
            <Both
              label={t('items.step-who')}
              most={40}
              zh={one.who}
              en={one.whoEn ?? ''}
              onChange={(who, whoEn) => put({ who, whoEn })}
            />
            <LimitField
              label={t('items.step-limit')}
              need="may"
              value={one.limit ?? ''}
              onChange={(limit) => put({ limit })}
            />
          </>
        );
      }}
    </Rows>
  );
}

function Laws({ draft: { body }, problem, onBody }: PartProps): ReactNode {
  const t = useT();
  return (
    <Rows
      title={t('items.law')}
      add={t('items.add-law')}
      rows={body.law}
      nameOf={({ name, article = '' }) => `${name} ${article}`.trim()}
      fresh={(): Law => ({ name: '' })}
      onChange={(law) => onBody({ law })}
      {...useAt(problem, 'law')}
    >
      {(one, change) => {
        const put = (more: Partial<Law>) => {
          const { name, ...rest } = { ...one, ...more };
          change({ name, ...without(rest) });
        };
        return (
          <>
            <Both
              label={t('items.law-name')}
              most={100}
              zh={one.name}
              en={one.nameEn ?? ''}
              onChange={(name, nameEn) => put({ name, nameEn })}
            />
            <Both
              label={t('items.law-article')}
              need="may"
              most={40}
              zh={one.article ?? ''}
              en={one.articleEn ?? ''}
              onChange={(article, articleEn) => put({ article, articleEn })}
            />
            <Both
              label={t('items.law-text')}
              need="may"
              lines={2}
              most={1000}
              zh={one.text ?? ''}
              en={one.textEn ?? ''}
              onChange={(text, textEn) => put({ text, textEn })}
            />
          </>
        );
      }}
    </Rows>
  );
}

/** Special procedures that may come in between, and where one asks. */
function Contact({ draft: { body }, problem, onBody }: PartProps): ReactNode {
  const t = useT();
  const { contact } = body;
  const field = (name: keyof typeof contact, need: 'must' | 'may') => (
    <TextField
      label={t(`items.contact-${name}`)}
      need={need}
      value={contact[name] ?? ''}
      problem={blames(problem, `body.contact.${name}`)}
      onChange={(text) =>
        onBody({
          contact: {
            ...without({ ...contact, [name]: text }),
            ...(need === 'must' ? { [name]: text } : {}),
          },
        })
      }
    />
  );
  return (
    <section className="sheet-card item-part" aria-label={t('items.contact')}>
      <h2>{t('items.contact')}</h2>
      <div className="item-both">
        {field('where', 'must')}
        {field('hours', 'must')}
        {field('phone', 'may')}
        {field('complaints', 'may')}
      </div>
      <Ticks
        legend={t('items.procedures')}
        options={procedures.map((one) => ({ value: one, label: t(`procedure.${one}`) }))}
        chosen={body.procedures}
        onChange={(chosen) =>
          onBody({ procedures: procedures.filter((one) => chosen.includes(one)) })
        }
      />
    </section>
  );
}
