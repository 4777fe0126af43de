// SPDX-License-Identifier: Apache-2.0

import { deliveries, scopes } from '@lilong/contracts/affair-items';
import type { Problem } from '@lilong/contracts/call';
import type { ItemBody } from '@lilong/contracts/item-body';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { blames } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { Both } from './Both.tsx';
import { type ItemDraft, without } from './draft.ts';
import { LimitField } from './LimitField.tsx';

export interface PartProps {
  readonly draft: ItemDraft;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<ItemDraft>) => void;
  readonly onBody: (part: { [K in keyof ItemBody]?: ItemBody[K] | undefined }) => void;
}

/** What it is, what it promises, how often one has to come, where it is done. */
export function BasicPart({ draft, problem, onChange, onBody }: PartProps): ReactNode {
  const t = useT();
  const { body } = draft;
  return (
    <section className="sheet-card item-part" aria-label={t('items.basic')}>
      <h2>{t('items.basic')}</h2>
      <Both
        label={t('items.name')}
        zh={draft.name}
        en={draft.nameEn}
        problem={blames(problem, 'name')}
        onChange={(name, nameEn) => onChange({ name, nameEn })}
      />
      <Both
        label={t('items.about')}
        lines={2}
        zh={body.about}
        en={body.aboutEn ?? ''}
        problem={blames(problem, 'body.about')}
        onChange={(about, aboutEn) => onBody({ about, aboutEn })}
      />
      <Limits {...{ draft, problem, onChange, onBody }} />
      <Coming {...{ draft, problem, onChange, onBody }} />
      <PickField
        label={t('items.scope')}
        value={body.scope}
        options={scopes.map((one) => ({ value: one, label: t(`scope.${one}`) }))}
        onChange={(scope) => onBody({ scope: scope ?? body.scope })}
      />
    </section>
  );
}

/** 承诺 and 法定; the first is never longer than the second. */
function Limits({ draft: { body }, problem, onBody }: PartProps): ReactNode {
  const t = useT();
  const limit = (name: 'promised' | 'legal') => (
    <LimitField
      label={t(`items.${name}`)}
      need={name === 'legal' ? 'may' : 'must'}
      value={body[name] ?? ''}
      problem={blames(problem, `body.${name}`)}
      onChange={(limit) => onBody({ [name]: limit })}
    />
  );
  return (
    <div className="item-both">
      {limit('promised')}
      {limit('legal')}
    </div>
  );
}

/** From home, or how often one has to come, and why. */
function Coming({ draft: { body }, problem, onBody }: PartProps): ReactNode {
  const t = useT();
  return (
    <>
      <Checkbox
        checked={body.fromHome}
        onChange={({ target }) => onBody({ fromHome: target.checked })}
      >
        {t('items.from-home')}
      </Checkbox>
      <div className="item-both">
        <TextField
          label={t('items.visits')}
          type="number"
          value={String(body.visits)}
          problem={blames(problem, 'body.visits')}
          onChange={(text) => onBody({ visits: Number(text) })}
        />
        <TextField
          label={t('items.visits-why')}
          need={body.visits > 0 ? 'must' : 'may'}
          value={body.visitsWhy ?? ''}
          problem={blames(problem, 'body.visitsWhy')}
          onChange={(visitsWhy) => onBody({ visitsWhy })}
        />
      </div>
    </>
  );
}

/** What comes of it, how it reaches people, what it costs. */
export function ResultPart({ draft: { body }, problem, onBody }: PartProps): ReactNode {
  const t = useT();
  const { result, fee } = body;
  return (
    <section className="sheet-card item-part" aria-label={t('items.result')}>
      <h2>{t('items.result')}</h2>
      <Both
        label={t('items.result-name')}
        zh={result.name}
        en={result.nameEn ?? ''}
        problem={blames(problem, 'body.result.name')}
        onChange={(name, nameEn) => onBody({ result: without({ ...result, name, nameEn }) })}
      />
      <fieldset className="item-checks">
        <legend className="field-label">{t('items.deliveries')}</legend>
        {deliveries.map((one) => (
          <Checkbox
            key={one}
            checked={result.deliveries.includes(one)}
            onChange={({ target }) =>
              onBody({
                result: {
                  ...result,
                  deliveries: deliveries.filter((each) =>
                    each === one ? target.checked : result.deliveries.includes(each),
                  ),
                },
              })
            }
          >
            {t(`delivery.${one}`)}
          </Checkbox>
        ))}
      </fieldset>
      <Checkbox
        checked={fee.charged}
        onChange={({ target }) => onBody({ fee: { ...fee, charged: target.checked } })}
      >
        {t('items.charged')}
      </Checkbox>
      {fee.charged && (
        <TextField
          label={t('items.fee')}
          value={fee.standard ?? ''}
          onChange={(standard) => onBody({ fee: without({ ...fee, standard }) })}
        />
      )}
    </section>
  );
}
