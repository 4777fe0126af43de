// SPDX-License-Identifier: Apache-2.0
import { ownFile } from '@lilong/contracts/registry-own';
import { LONG_PATIENCE_MS, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { saveFile } from '@lilong/ui/save-file.ts';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words/use.ts';

/** Everything at once: a page to read and print, or JSON for another program. */
export function TakeAway(): ReactNode {
  const t = useT();
  const make = useWrite(ownFile, { patienceMs: LONG_PATIENCE_MS });
  async function take(as: 'json' | 'page'): Promise<void> {
    const file = await make.send({ as });
    if (file !== undefined) saveFile(file.name, file.type, file.text);
  }
  return (
    <section aria-labelledby="own-take">
      <h2 id="own-take">{t('data.take')}</h2>
      <p>{t('data.take-what')}</p>
      <button
        type="button"
        className="button wide"
        disabled={make.pending}
        onClick={() => void take('page')}
      >
        <Icon name="document" size="1.2em" />
        {t('data.take-page')}
      </button>
      <button
        type="button"
        className="button wide"
        disabled={make.pending}
        onClick={() => void take('json')}
      >
        <Icon name="down" size="1.2em" />
        {t('data.take-json')}
      </button>
      <p className="silent" role="status">
        {make.reply === undefined ? '' : t('data.taken')}
      </p>
      <Refused refusal={make.refusal} />
    </section>
  );
}
