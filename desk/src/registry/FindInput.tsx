// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useT } from '../words.ts';
import { focusFind, stepRow, takeFirst } from './rows.ts';

interface FindInputProps {
  readonly label: string;
  readonly hint?: string;
  readonly words: string;
  readonly type: (words: string) => void;
}

/** A field that finds as somebody types; the arrow goes into the rows below it, Enter opens the only one. */
export function FindInput({ label, hint, words, type }: FindInputProps): ReactNode {
  const id = useId();
  return (
    <>
      <label className="unseen" htmlFor={id}>
        {label}
      </label>
      <div className="reg-field">
        <Icon name="search" size={20} />
        <input
          id={id}
          data-find-people
          type="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={60}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          placeholder={label}
          value={words}
          onChange={({ target }) => type(target.value)}
          onKeyDown={walk}
        />
        {words !== '' && <Clear onClear={() => type('')} />}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="reg-hint">
          {hint}
        </p>
      )}
    </>
  );
}

function walk(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'ArrowDown') stepRow(1);
  else if (event.key === 'Enter') takeFirst();
  else if (event.key === 'Escape') event.currentTarget.blur();
  else return;
  event.preventDefault();
}

function Clear({ onClear }: { readonly onClear: () => void }): ReactNode {
  const t = useT();
  return (
    <button
      type="button"
      className="reg-clear"
      aria-label={t('people.clear')}
      onClick={() => {
        onClear();
        focusFind();
      }}
    >
      <Icon name="close" size={18} />
    </button>
  );
}
