// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

export interface ActButtonProps {
  /** The key that does the same, as `KeyboardEvent.key` has it; empty for none. */
  readonly hot: string;
  readonly label: string;
  readonly note?: string;
  readonly main?: true;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

/** An act of the clerk, with its key on it. */
export function ActButton({
  hot,
  label,
  note,
  main,
  disabled,
  onPress,
}: ActButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={main === true ? 'act act-main' : 'act'}
      aria-keyshortcuts={hot}
      disabled={disabled}
      onClick={onPress}
    >
      <span>
        {label}
        {note !== undefined && <small>{note}</small>}
      </span>
      {hot !== '' && <kbd>{faceOf(hot)}</kbd>}
    </button>
  );
}

/** As it is printed on the key. */
const faceOf = (key: string): string => (key === 'Escape' ? 'Esc' : key.replace(/^.$/, upper));
const upper = (sign: string): string => sign.toUpperCase();
