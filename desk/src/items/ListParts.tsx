// SPDX-License-Identifier: Apache-2.0
import type { ItemBody } from '@lilong/contracts/item-body';
import type { ReactNode } from 'react';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { PartProps } from './BasicPart.tsx';
import { Both } from './Both.tsx';
import { useAt } from './blamed.tsx';
import { Choices } from './Choices.tsx';
import { type FieldDraft, fieldDrafts, formFrom, freshKey, without } from './draft.ts';
import { FieldPart } from './FieldPart.tsx';
import { MaterialPart } from './MaterialPart.tsx';
import { Rows } from './Rows.tsx';

type Condition = ItemBody['conditions'][number];
type Material = ItemBody['materials'][number];
type Question = ItemBody['questions'][number];

/** Who may, what is asked first, what is filled in, what is brought. */
export function ListParts(props: PartProps): ReactNode {
  return (
    <>
      <Conditions {...props} />
      <Questions {...props} />
      <Fields {...props} />
      <Materials {...props} />
      <CalledAlso {...props} />
    </>
  );
}

function Conditions({ draft: { body }, problem, onBody }: PartProps): ReactNode {
  const t = useT();
  return (
    <Rows
      title={t('items.conditions')}
      add={t('items.add-condition')}
      rows={body.conditions}
      nameOf={({ text }) => text}
      fresh={(): Condition => ({ text: '' })}
      onChange={(conditions) => onBody({ conditions })}
      {...useAt(problem, 'conditions')}
    >
      {({ text, textEn = '' }, change) => (
        <Both
          label={t('items.condition')}
          zh={text}
          en={textEn}
          onChange={(zh, en) => change(en === '' ? { text: zh } : { text: zh, textEn: en })}
        />
      )}
    </Rows>
  );
}

function Questions({ draft: { body }, problem, onBody }: PartProps): ReactNode {
  const t = useT();
  const keys = body.questions.map(({ key }) => key);
  const fresh = (): Question => ({
    ...{ key: freshKey(keys, 'q'), ask: '' },
    choices: [
      { key: 'a1', says: '是', saysEn: 'Yes' },
      { key: 'a2', says: '不是', saysEn: 'No' },
    ],
  });
  return (
    <Rows
      title={t('items.questions')}
      add={t('items.add-question')}
      rows={body.questions}
      nameOf={({ ask }) => ask}
      fresh={fresh}
      onChange={(questions) => onBody({ questions })}
      {...useAt(problem, 'questions')}
    >
      {(question, change) => (
        <>
          <Both
            label={t('items.ask')}
            zh={question.ask}
            en={question.askEn ?? ''}
            onChange={(ask, askEn) => change({ ...question, ask, askEn })}
          />
          <Choices
            choices={question.choices.map((one) => ({ ...one, saysEn: one.saysEn ?? '' }))}
            onChange={(choices) =>
              change({ ...question, choices: choices.map((one) => without(one)) })
            }
          />
        </>
      )}
    </Rows>
  );
}

function Fields({ draft: { body }, problem, onBody }: PartProps): ReactNode {
  const t = useT();
  const fields = fieldDrafts(body);
  const keys = fields.map(({ key }) => key);
  const fresh = (): FieldDraft => ({
    ...{ key: freshKey(keys, 'f'), required: false },
    property: { type: 'string', title: '', maxLength: 60 },
  });
  return (
    <Rows
      title={t('items.fields')}
      add={t('items.add-field')}
      rows={fields}
      nameOf={({ property }) => property.title}
      fresh={fresh}
      onChange={(changed) => onBody({ form: formFrom(changed) })}
      {...useAt(problem, 'form', keys)}
    >
      {(field, change) => <FieldPart field={field} questions={body.questions} onChange={change} />}
    </Rows>
  );
}

function Materials({ draft: { body }, problem, onBody }: PartProps): ReactNode {
  const t = useT();
  const keys = body.materials.map(({ key }) => key);
  const fresh = (): Material => ({
    ...{ key: freshKey(keys, 'm'), name: '', source: 'applicant', kind: 'electronic' },
    ...{ copies: 1, need: 'required' },
  });
  return (
    <Rows
      title={t('items.materials')}
      add={t('items.add-material')}
      rows={body.materials}
      nameOf={({ name }) => name}
      fresh={fresh}
      onChange={(materials) => onBody({ materials })}
      {...useAt(problem, 'materials')}
    >
      {(material, change) => (
        <MaterialPart material={material} questions={body.questions} onChange={change} />
      )}
    </Rows>
  );
}

/** What people call it, one word a line. */
function CalledAlso({ draft: { body }, onBody }: PartProps): ReactNode {
  const t = useT();
  return (
    <section className="sheet-card item-part" aria-label={t('items.called')}>
      <TextField
        label={t('items.called')}
        hint={t('items.called-hint')}
        need="may"
        lines={3}
        value={body.calledAlso.join('\n')}
        onChange={(text) => onBody({ calledAlso: text === '' ? [] : text.split('\n') })}
      />
    </section>
  );
}
