// SPDX-License-Identifier: Apache-2.0
import type { AffairPage } from '@lilong/contracts/affairs';
import type { Problem } from '@lilong/contracts/call';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import { type ReactNode, useRef } from 'react';
import { useFault } from '../parts/use-fault.ts';
import { useT } from '../words.ts';
import { useNamed } from './said.ts';

interface PaperChecksProps {
  readonly legend: string;
  readonly papers: readonly Pick<
    AffairPage['materials'][number],
    'key' | 'name' | 'nameEn' | 'how'
  >[];
  readonly chosen: readonly string[];
  readonly problem: Problem | undefined;
  readonly onChange: (chosen: string[]) => void;
}

/** Papers to tick, each with how it stands. */
export function PaperChecks(props: PaperChecksProps): ReactNode {
  const { legend, papers, chosen, problem, onChange } = props;
  const t = useT();
  const say = useRefusalWords();
  const named = useNamed();
  const box = useRef<HTMLFieldSetElement>(null);
  useFault(box, problem);
  return (
    <fieldset ref={box} className="cards">
      <legend className="field-label">{legend}</legend>
      {problem !== undefined && (
        <p className="field-fault" role="alert">
          {say(problem)}
        </p>
      )}
      {papers.length === 0 && <p className="field-hint">{t('affairs.no-papers')}</p>}
      {papers.map(({ key, name, nameEn, how }) => (
        <label key={key} className="card">
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
            }
          />
          <span>
            {named(name, nameEn)}
            <small>{how === 'missing' ? t('affairs.not-given') : t(`given.${how}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
