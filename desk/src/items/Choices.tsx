// SPDX-License-Identifier: Apache-2.0
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { Both } from './Both.tsx';
import { freshKey } from './draft.ts';

export interface ChoiceText {
  readonly key: string;
  readonly says: string;
  readonly saysEn: string;
}
interface ChoicesProps {
  readonly choices: readonly ChoiceText[];
  readonly onChange: (choices: ChoiceText[]) => void;
}

/** What one can answer; never fewer than two. */
export function Choices({ choices, onChange }: ChoicesProps): ReactNode {
  const t = useT();
  const keys = choices.map(({ key }) => key);
  return (
    <fieldset className="item-choices">
      <legend className="field-label">{t('items.choices')}</legend>
      {choices.map((choice, at) => (
        <div key={choice.key} className="item-choice">
          <Both
            label={t('items.choice', { no: at + 1 })}
            zh={choice.says}
            en={choice.saysEn}
            onChange={(says, saysEn) =>
              onChange(choices.map((one) => (one === choice ? { ...one, says, saysEn } : one)))
            }
          />
          <Button
            disabled={choices.length <= 2}
            onClick={() => onChange(choices.filter((one) => one !== choice))}
          >
            {t('items.remove')}
          </Button>
        </div>
      ))}
      <p>
        <Button
          onClick={() => onChange([...choices, { key: freshKey(keys, 'a'), says: '', saysEn: '' }])}
        >
          {t('items.add-choice')}
        </Button>
      </p>
    </fieldset>
  );
}
