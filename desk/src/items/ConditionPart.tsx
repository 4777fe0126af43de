// SPDX-License-Identifier: Apache-2.0
import { heldElements } from '@lilong/contracts/affair-items';
import type { Condition, ItemBody } from '@lilong/contracts/item-body';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { ofElement, ofQuestion, triedBy, triesFor, tryOf } from './condition.ts';
import { without } from './draft.ts';

interface ConditionPartProps {
  readonly condition: Condition;
  /** Whose answers may decide; none where nobody has answered anything yet. */
  readonly questions: ItemBody['questions'];
  readonly onChange: (condition: Condition) => void;
}

/** The condition in the fewest words, for its line. */
export function useConditionWords(questions: ItemBody['questions']) {
  const t = useT();
  return (condition: Condition): string => {
    const { element, question, is = [], atLeast, below, begins } = condition;
    const asked = questions.find(({ key }) => key === question);
    const about = element === undefined ? (asked?.ask ?? '') : t(`held.${element}`);
    const says = (key: string) => asked?.choices.find((one) => one.key === key)?.says ?? key;
    const facts = {
      from: atLeast ?? '',
      to: below ?? '',
      begins: begins ?? '',
      is: is.map(says).join('、'),
    };
    return about === '' ? '' : `${about} ${t(`items.try.${tryOf(condition)}.says`, facts)}`;
  };
}

/** About what, how it is tried, and by which value. */
export function ConditionPart({ condition, questions, onChange }: ConditionPartProps): ReactNode {
  const t = useT();
  const { element, question } = condition;
  const asked = questions.find(({ key }) => key === question);
  return (
    <>
      <PickField
        label={t('items.try-about')}
        value={element ?? (question === undefined ? undefined : `?${question}`)}
        options={[
          ...heldElements.map((one) => ({
            ...{ value: one as string, label: t(`held.${one}`), group: t('items.try-held') },
          })),
          ...questions.map(({ key, ask }) => ({
            ...{ value: `?${key}`, label: ask, group: t('items.try-answers') },
          })),
        ]}
        onChange={(value) => {
          const held = heldElements.find((one) => one === value);
          const chosen = questions.find(({ key }) => `?${key}` === value);
          if (held !== undefined) onChange(ofElement(condition, held));
          if (chosen !== undefined)
            onChange(ofQuestion(condition, chosen.key, chosen.choices[0]?.key ?? ''));
        }}
      />
      {element !== undefined && <Tested condition={condition} onChange={onChange} />}
      {asked !== undefined && (
        <Ticks
          legend={t('items.try-answered')}
          options={asked.choices.map(({ key, says }) => ({ value: key, label: says }))}
          chosen={condition.is ?? []}
          onChange={(is) => onChange({ ...condition, is })}
        />
      )}
    </>
  );
}

type TestedProps = Pick<ConditionPartProps, 'condition' | 'onChange'>;
function Tested({ condition, onChange }: TestedProps): ReactNode {
  const t = useT();
  const how = tryOf(condition);
  const number = (name: 'atLeast' | 'below') => (
    <TextField
      label={t(`items.try-${name}`)}
      type="number"
      value={String(condition[name] ?? '')}
      onChange={(text) => onChange({ ...condition, [name]: Number(text) })}
    />
  );
  return (
    <>
      <PickField
        label={t('items.try')}
        value={how}
        options={triesFor(condition.element).map((one) => ({
          ...{ value: one, label: t(`items.try.${one}`) },
        }))}
        onChange={(wanted = how) => wanted !== how && onChange(triedBy(condition, wanted))}
      />
      {(how === 'atLeast' || how === 'between') && number('atLeast')}
      {(how === 'below' || how === 'between') && number('below')}
      {how === 'begins' && (
        <TextField
          label={t('items.try-begins')}
          hint={t('items.try-begins-hint')}
          value={condition.begins ?? ''}
          maxLength={12}
          onChange={(begins) => onChange({ ...condition, begins })}
        />
      )}
      {how === 'is' && <Listed condition={condition} onChange={onChange} />}
    </>
  );
}

function Listed({ condition, onChange }: TestedProps): ReactNode {
  const t = useT();
  const is = condition.is ?? [];
  if (condition.element === 'person.sex')
    return (
      <Ticks
        legend={t('items.try-is')}
        options={(['1', '2'] as const).map((one) => ({ value: one, label: t(`code.sex.${one}`) }))}
        chosen={is}
        onChange={(chosen) => onChange({ ...condition, is: chosen })}
      />
    );
  return (
    <TextField
      label={t('items.try-is')}
      hint={t('items.try-is-hint')}
      lines={2}
      value={is.join('\n')}
      onChange={(text) => onChange({ ...condition, is: text.split('\n') })}
    />
  );
}

interface TicksProps {
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}
/** Some of a few, in their order. */
export function Ticks({ legend, options, chosen, onChange }: TicksProps): ReactNode {
  return (
    <fieldset className="item-checks">
      <legend className="field-label">{legend}</legend>
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          checked={chosen.includes(value)}
          onChange={({ target }) =>
            onChange(
              options
                .map((one) => one.value)
                .filter((one) => (one === value ? target.checked : chosen.includes(one))),
            )
          }
        >
          {label}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** What is told where the condition is so, and where it is not. */
export function ConditionWords({ condition, onChange }: TestedProps): ReactNode {
  const t = useT();
  return (
    <TextField
      label={t('items.try-otherwise')}
      need="may"
      value={condition.otherwise ?? ''}
      maxLength={200}
      onChange={(otherwise) => onChange(without({ ...condition, otherwise }))}
    />
  );
}
