// SPDX-License-Identifier: Apache-2.0
import { type Lacking, paperForms } from '@lilong/contracts/doorstep';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNamed } from '../affairs/said.ts';
import { PhotoPicker } from '../parts/PhotoPicker.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { changed, type Line, lineOf, toggled, typedLine } from './taking.ts';

interface TakeProps {
  /** What the matter still needs. */
  readonly needed: readonly Lacking[];
  readonly lines: readonly Line[];
  readonly onChange: (lines: readonly Line[]) => void;
}

/** The papers: one tap for each that the matter needs, others by name; then original or copy, how many, a picture. */
export function Take({ needed, lines, onChange }: TakeProps): ReactNode {
  const t = useT();
  const named = useNamed();
  return (
    <section className="form">
      <fieldset className="cards">
        <legend className="field-label">{t('doorstep.needed')}</legend>
        {needed.length === 0 && <p className="field-hint">{t('doorstep.needed-none')}</p>}
        {needed.map((one) => (
          <label key={one.key} className="card">
            <input
              type="checkbox"
              checked={lines.some(({ key }) => key === one.key)}
              onChange={() => onChange(toggled(lines, lineOf(one)))}
            />
            <span>
              {named(one.name, one.nameEn)}
              {one.asked && <small>{t('doorstep.asked')}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      <AddTyped onAdd={(name) => onChange([...lines, typedLine(name)])} />
      {lines.length > 0 && (
        <>
          <h2>{t('doorstep.taken')}</h2>
          <ol className="door-lines">
            {lines.map((line, at) => (
              <li key={`${line.key ?? ''} ${line.name}`}>
                <OneLine
                  line={line}
                  onChange={(part) => onChange(changed(lines, at, part))}
                  onDrop={() => onChange(lines.filter((_, nth) => nth !== at))}
                />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function AddTyped({ onAdd }: { readonly onAdd: (name: string) => void }): ReactNode {
  const t = useT();
  const [name, setName] = useState('');
  function add(): void {
    if (name.trim() === '') return;
    onAdd(name.trim());
    setName('');
  }
  return (
    <div className="door-add">
      <TextField
        label={t('doorstep.add-name')}
        need="may"
        maxLength={60}
        value={name}
        onChange={setName}
      />
      <Button onClick={add} disabled={name.trim() === ''}>
        {t('doorstep.add')}
      </Button>
    </div>
  );
}

interface OneLineProps {
  readonly line: Line;
  readonly onChange: (part: Partial<Line>) => void;
  readonly onDrop: () => void;
}
function OneLine({ line, onChange, onDrop }: OneLineProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const name = named(line.name, line.nameEn);
  return (
    <>
      <p className="door-line-name">
        <b>{name}</b>
        <button
          type="button"
          className="door-drop"
          aria-label={t('doorstep.drop', { name })}
          onClick={onDrop}
        >
          <Icon name="close" size={18} />
        </button>
      </p>
      <div className="door-line">
        <fieldset className="door-forms" aria-label={t('doorstep.form', { name })}>
          {paperForms.map((form) => (
            <Button
              key={form}
              aria-pressed={line.form === form}
              type={line.form === form ? 'primary' : 'default'}
              ghost={line.form === form}
              onClick={() => onChange({ form })}
            >
              {t(`paperform.${form}`)}
            </Button>
          ))}
        </fieldset>
        <Stepper
          name={name}
          count={line.count}
          least={1}
          onChange={(count) => onChange({ count })}
        />
      </div>
      <PhotoPicker
        label={t('doorstep.photo', { name })}
        value={line.files}
        onChange={(files) => onChange({ files })}
      />
    </>
  );
}

interface StepperProps {
  readonly name: string;
  readonly count: number;
  readonly least: number;
  readonly onChange: (count: number) => void;
}
/** How many, by thumb. */
export function Stepper({ name, count, least, onChange }: StepperProps): ReactNode {
  const t = useT();
  return (
    <fieldset className="door-count" aria-label={t('doorstep.count', { name })}>
      <Button
        aria-label={t('doorstep.less', { name })}
        disabled={count <= least}
        onClick={() => onChange(count - 1)}
      >
        −
      </Button>
      <output>{count}</output>
      <Button
        aria-label={t('doorstep.more', { name })}
        disabled={count >= 99}
        onClick={() => onChange(count + 1)}
      >
        +
      </Button>
    </fieldset>
  );
}
