// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { CaseMove, Need } from '@lilong/contracts/case-flow';
import type { CasePage } from '@lilong/contracts/case-shapes';
import type { Role } from '@lilong/contracts/identity';
import type { ReactNode } from 'react';
import { blames } from '../parts/Field.tsx';
import { PhotoPicker } from '../parts/PhotoPicker.tsx';
import { TextField } from '../parts/TextField.tsx';
import { type Key, useT } from '../words.ts';
import { ClosingField, RegisterFields } from './ConditionFields.tsx';
import { crewSaid } from './crew-said.ts';
import type { Draft } from './drafts.ts';
import { takesPhotos } from './moves.ts';
import { CodeField, CrewField, OrganisationField } from './PickFields.tsx';

export interface FieldsProps {
  readonly page: CasePage;
  readonly draft: Draft;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Draft>) => void;
}
interface MoveFieldsProps extends FieldsProps {
  readonly move: CaseMove;
  readonly needs: readonly Need[];
  readonly role: Role;
}

/** One field for each need, in the order in which one would say it. */
export function MoveFields({ move, needs, role, ...form }: MoveFieldsProps): ReactNode {
  const asks = (need: Need): boolean => needs.includes(need);
  return (
    <>
      {asks('category') && <RegisterFields {...form} guesses={form.page.guesses} />}
      {asks('organisation') && <OrganisationField {...form} />}
      {asks('reason_code') && <CodeField {...form} kind="decline_reason" name="reasonCode" />}
      {asks('ground') && <CodeField {...form} kind="return_ground" name="ground" />}
      {move === 'assign' && role === 'department_officer' && <CrewField {...form} />}
      {asks('closing') && <ClosingField {...form} />}
      {(asks('words') || move === 'pass') && (
        <Words
          {...form}
          name="words"
          need={asks('words') ? 'must' : 'may'}
          hint={move === 'finish' ? crewHint(form.page) : undefined}
        />
      )}
      {asks('outcome') && <Words {...form} name="outcome" need="must" hint="move.outcome-hint" />}
      {takesPhotos(move) && <PhotosField {...form} />}
      {asks('reason') && <Words {...form} name="reason" need="must" />}
      {asks('photo_or_reason') && form.draft.photos.length === 0 && (
        <Words {...form} name="reason" need="may" />
      )}
    </>
  );
}

interface WordsProps extends FieldsProps {
  readonly name: 'words' | 'outcome' | 'reason';
  readonly need: 'must' | 'may';
  readonly hint?: Key | undefined;
}

/** The words stand there already, where the crew has written some. */
function crewHint(page: CasePage): Key | undefined {
  const said = crewSaid(page);
  if (said === undefined) return undefined;
  return said.shown ? 'move.crew-said-shown' : 'move.crew-said';
}

function Words({ name, need, hint, draft, problem, onChange }: WordsProps): ReactNode {
  const t = useT();
  return (
    <TextField
      label={t(`need.${name}`)}
      need={need}
      problem={blames(problem, name)}
      hint={hint === undefined ? undefined : t(hint)}
      lines={2}
      maxLength={name === 'words' ? 2000 : 1000}
      value={draft[name] ?? ''}
      onChange={(text) => onChange({ [name]: text })}
    />
  );
}

function PhotosField({ draft, onChange }: FieldsProps): ReactNode {
  const t = useT();
  return (
    <PhotoPicker
      label={t('move.photos')}
      value={draft.photos}
      onChange={(photos) => onChange({ photos })}
    />
  );
}
