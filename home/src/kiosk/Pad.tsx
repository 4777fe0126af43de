// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';

interface PadProps {
  /** What stands left of the nought: X ends an identity number. */
  readonly last?: 'X';
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly most: number;
}

/** Keys for a finger. Whoever has a keyboard types into the field. */
export function Pad({ last, typed, onType, most }: PadProps): ReactNode {
  const t = useT();
  const add = (sign: string): void => onType((typed + sign).slice(0, most));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field keeps the focus, so that Enter ends what a finger typed
    <div className="kiosk-pad" onMouseDown={(event) => event.preventDefault()}>
      {[...'123456789'].map((sign) => (
        <Key key={sign} sign={sign} onPress={add} />
      ))}
      {last === undefined ? (
        <button type="button" onClick={() => onType('')}>
          {t('kiosk.clear')}
        </button>
      ) : (
        <Key sign={last} onPress={add} />
      )}
      <Key sign="0" onPress={add} />
      <button
        type="button"
        aria-label={t('kiosk.erase')}
        onClick={() => onType(typed.slice(0, -1))}
      >
        <Icon name="back" size="1em" />
      </button>
    </div>
  );
}

interface KeyProps {
  readonly sign: string;
  readonly onPress: (sign: string) => void;
}
function Key({ sign, onPress }: KeyProps): ReactNode {
  return (
    <button type="button" onClick={() => onPress(sign)}>
      {sign}
    </button>
  );
}
