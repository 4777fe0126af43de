// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '../words.ts';
import { focusFind, stepRow, takeFirst } from './rows.ts';
import type { Finding } from './use-finding.ts';

interface FindFieldProps {
  readonly finding: Finding;
  readonly focused: boolean;
}

/** One field for whatever somebody has at hand. */
export function FindField({ finding, focused }: FindFieldProps): ReactNode {
  const t = useT();
  const id = useId();
  const { words, type, found } = finding;
  const atOnce = useRef(focused && words === '');
  useEffect(() => {
    if (atOnce.current) focusFind();
  }, []);
  return (
    <search className="reg-find">
      <label className="unseen" htmlFor={id}>
        {t('people.find')}
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
          aria-describedby={`${id}-hint`}
          placeholder={t('people.find')}
          value={words}
          onChange={({ target }) => type(target.value)}
          onKeyDown={walk}
        />
        {words !== '' && <Clear onClear={() => type('')} />}
      </div>
      <p id={`${id}-hint`} className="reg-hint">
        {t('people.find-hint')}
      </p>
      <p className="reg-count" role="status">
        {found !== undefined &&
          t(found.more ? 'people.found-more' : 'people.found', {
            people: found.people.length,
            homes: found.homes.length,
          })}
      </p>
    </search>
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
