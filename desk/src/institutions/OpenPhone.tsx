// SPDX-License-Identifier: Apache-2.0
// The telephone of somebody in office: masked, and opened for a purpose.
import type { Problem } from '@lilong/contracts/call';
import { registryWords } from '@lilong/contracts/registry-labels';
import { useRead } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { wordsKept } from '../registry/use-card.ts';
import { Shown, Why } from '../registry/Why.tsx';
import { useT } from '../words.ts';

interface OpenPhoneProps {
  readonly name: string;
  readonly masked: string;
  /** What opens it; its reply is the number. */
  readonly write: {
    readonly reply: { readonly value: string } | undefined;
    readonly refusal: Problem | undefined;
    readonly pending: boolean;
    readonly clear: () => void;
  };
  /** Undefined when it was refused. */
  readonly onPurpose: (purpose: string) => Promise<unknown>;
}

export function OpenPhone({ name, masked, write, onPurpose }: OpenPhoneProps): ReactNode {
  const t = useT();
  const words = useRead(registryWords, {}, wordsKept);
  const [asking, setAsking] = useState(false);
  const value = write.reply?.value;
  return (
    <div className={value === undefined ? 'reg-number' : 'reg-number reg-number-open'}>
      <span className="reg-number-what">{t('office.phone')}</span>
      {value === undefined ? (
        <span className="reg-value">{masked}</span>
      ) : (
        <Shown isPhone value={value} onHide={write.clear} />
      )}
      {value === undefined && !asking && (
        <Button aria-label={t('institution.see-phone', { name })} onClick={() => setAsking(true)}>
          {t('person.see')}
        </Button>
      )}
      {asking && (
        <Why
          what={t('office.phone')}
          purposes={words.data?.purposes}
          problem={write.refusal ?? words.error?.problem}
          pending={write.pending}
          onPurpose={async (purpose) => {
            if ((await onPurpose(purpose)) !== undefined) setAsking(false);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}
