// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { isOffline } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';

interface RefusedProps {
  readonly refusal: Problem | undefined;
  /** Fields that say their refusals themselves. */
  readonly except?: readonly string[];
}

/** A refusal that belongs to no field of the form: a sentence, said at once by a screen reader. */
export function Refused({ refusal, except = [] }: RefusedProps): ReactNode {
  const say = useRefusalWords();
  const shown =
    refusal !== undefined && !except.includes(refusal.field ?? '') ? refusal : undefined;
  return (
    <div role="alert" className="alert-space">
      {shown !== undefined && (
        <p className="refused">
          <Icon name="warning" size="1.25em" />
          <span>{say(shown)}</span>
        </p>
      )}
    </div>
  );
}

/** A refusal of one field, beneath it. */
export function FieldRefused({
  id,
  refusal,
  field,
}: {
  id: string;
  refusal: Problem | undefined;
  field: string;
}): ReactNode {
  const say = useRefusalWords();
  return (
    <p id={id} className="field-refused" aria-live="polite">
      {refusal?.field === field ? say(refusal) : ''}
    </p>
  );
}

/** What was asked for did not come. */
export function RetryLater({
  refusal,
  again,
}: {
  refusal?: Problem | undefined;
  again: () => void;
}): ReactNode {
  const t = useT();
  return (
    <section className="page narrow">
      <h1>{t('fault.broken')}</h1>
      <Refused refusal={refusal} />
      <button type="button" className="button main" onClick={again}>
        {t('fault.again')}
      </button>
    </section>
  );
}

/** A list that did not come. Without a network that is no fault, only a fact. */
export function ReadRefused({ refusal }: { refusal: Problem }): ReactNode {
  const t = useT();
  if (!isOffline(refusal)) return <Refused refusal={refusal} />;
  return (
    <p className="empty" role="status">
      {t('fault.offline')}
    </p>
  );
}
