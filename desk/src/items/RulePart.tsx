// SPDX-License-Identifier: Apache-2.0
import { deliveries } from '@lilong/contracts/affair-items';
import type { Condition, ItemBody } from '@lilong/contracts/item-body';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { blames } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { PartProps } from './BasicPart.tsx';
import { Both } from './Both.tsx';
import { useAt } from './blamed.tsx';
import { ConditionPart, ConditionWords, useConditionWords } from './ConditionPart.tsx';
import { fieldDrafts, without } from './draft.ts';
import { Rows } from './Rows.tsx';

const fresh = (): Condition => ({ element: 'person.age', atLeast: 0 });
type Unasked = NonNullable<ItemBody['unasked']>;

/** 即办: granted at once when all of it is so. */
export function RulePart({ draft: { body }, problem, onBody }: PartProps): ReactNode {
  const t = useT();
  const words = useConditionWords(body.questions);
  return (
    <Rows
      title={t('items.rule')}
      lead={t('items.rule-lead')}
      add={t('items.add-condition')}
      rows={body.rule ?? []}
      nameOf={words}
      fresh={fresh}
      onChange={(rule) => onBody({ rule: rule.length === 0 ? undefined : rule })}
      {...useAt(problem, 'rule')}
    >
      {(condition, change) => (
        <>
          <ConditionPart condition={condition} questions={body.questions} onChange={change} />
          <ConditionWords condition={condition} onChange={change} />
        </>
      )}
    </Rows>
  );
}

/** 免申即享: who is offered it, why, and what a yes fills in. */
export function UnaskedPart(props: PartProps): ReactNode {
  const t = useT();
  const { draft, onBody } = props;
  const { unasked } = draft.body;
  return (
    <section className="sheet-card item-part" aria-label={t('items.unasked')}>
      <h2>{t('items.unasked')}</h2>
      <Checkbox
        checked={unasked !== undefined}
        onChange={({ target }) =>
          onBody({
            unasked: target.checked ? { entitled: [{ ...fresh(), says: '' }], why: '' } : undefined,
          })
        }
      >
        {t('items.unasked-on')}
      </Checkbox>
      {unasked !== undefined && <Entitled {...props} unasked={unasked} />}
    </section>
  );
}

interface EntitledProps extends PartProps {
  readonly unasked: Unasked;
}
function Entitled({ draft: { body }, problem, onBody, unasked }: EntitledProps): ReactNode {
  const t = useT();
  const words = useConditionWords([]);
  const change = (part: Partial<Unasked>) => onBody({ unasked: without({ ...unasked, ...part }) });
  return (
    <>
      <Both
        label={t('items.unasked-why')}
        lines={2}
        zh={unasked.why}
        en={unasked.whyEn ?? ''}
        problem={blames(problem, 'body.unasked.why')}
        onChange={(why, whyEn) => change({ why, whyEn })}
      />
      <Rows
        title={t('items.entitled')}
        lead={t('items.entitled-lead')}
        add={t('items.add-condition')}
        rows={unasked.entitled}
        nameOf={(one) => one.says || words(one)}
        fresh={fresh}
        onChange={(entitled) => change({ entitled })}
        {...useAt(problem, 'unasked.entitled')}
      >
        {(condition, changed) => (
          <>
            <ConditionPart condition={condition} questions={[]} onChange={changed} />
            <Both
              label={t('items.try-says')}
              zh={condition.says ?? ''}
              en={condition.saysEn ?? ''}
              onChange={(says, saysEn) => changed(without({ ...condition, says, saysEn }))}
            />
          </>
        )}
      </Rows>
      <Fills body={body} unasked={unasked} onChange={change} />
    </>
  );
}

interface FillsProps {
  readonly body: ItemBody;
  readonly unasked: Unasked;
  readonly onChange: (part: Partial<Unasked>) => void;
}
/** What a yes answers where the registry does not; what stays empty the person is asked. */
function Fills({ body, unasked: { fills = {} }, onChange }: FillsProps): ReactNode {
  const t = useT();
  const { questions = {}, fields = {}, deliverBy } = fills;
  const asked = fieldDrafts(body).filter(({ property }) => property.element === undefined);
  const set = (part: typeof fills) => onChange({ fills: { ...fills, ...part } });
  return (
    <fieldset className="item-checks">
      <legend className="field-label">{t('items.fills')}</legend>
      {body.questions.map(({ key, ask, choices }) => (
        <PickField
          key={key}
          label={ask}
          need="may"
          value={questions[key] ?? ''}
          options={[
            { value: '', label: t('items.fills-asked') },
            ...choices.map((one) => ({ value: one.key, label: one.says })),
          ]}
          onChange={(answer = '') => set({ questions: without({ ...questions, [key]: answer }) })}
        />
      ))}
      {asked.map(({ key, property }) => {
        const fill = (text = '') => set({ fields: without({ ...fields, [key]: text }) });
        const common = { label: property.title, need: 'may', value: fields[key] ?? '' } as const;
        if (property.enum === undefined) return <TextField key={key} {...common} onChange={fill} />;
        const says = property.enumTitles ?? [];
        const choices = property.enum.map((value, at) => ({ value, label: says[at] ?? value }));
        const options = [{ value: '', label: t('items.fills-asked') }, ...choices];
        return <PickField key={key} {...common} options={options} onChange={fill} />;
      })}
      <PickField
        label={t('items.fills-by')}
        need="may"
        value={deliverBy ?? ''}
        options={[
          { value: '', label: t('items.fills-asked') },
          ...body.result.deliveries.map((one) => ({
            value: one as string,
            label: t(`delivery.${one}`),
          })),
        ]}
        onChange={(by) => {
          const { deliverBy: _, ...others } = fills;
          const chosen = deliveries.find((one) => one === by);
          onChange({ fills: chosen === undefined ? others : { ...others, deliverBy: chosen } });
        }}
      />
    </fieldset>
  );
}
