// SPDX-License-Identifier: Apache-2.0
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

interface AsOfProps {
  /** The old day that is shown; null is today. */
  readonly asOf: string | null;
  readonly onAt: (day: string | undefined) => void;
}

/** Any card can be shown as of a day; an old day says so, and how to come back. */
export function AsOf({ asOf, onAt }: AsOfProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (asOf !== null)
    return (
      <div className="as-of" role="status">
        <p>{t('as-of.shown', { day: asOf })}</p>
        <Button onClick={() => onAt(undefined)}>{t('as-of.today')}</Button>
      </div>
    );
  if (!open)
    return (
      <p>
        <button type="button" className="linkish tap" onClick={() => setOpen(true)}>
          {t('as-of.open')}
        </button>
      </p>
    );
  return (
    <TextField
      label={t('as-of.day')}
      type="date"
      value=""
      onChange={(day) => day !== '' && onAt(day)}
    />
  );
}
