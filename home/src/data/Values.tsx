// SPDX-License-Identifier: Apache-2.0
import type { Asked } from '@lilong/contracts/registry-objections';
import { type OwnGroup, type OwnValue, ownNumber } from '@lilong/contracts/registry-own';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words/use.ts';
import { ObjectForm } from './ObjectForm.tsx';

interface ValuesProps extends OwnGroup {
  /** What can be objected to; nothing until it is known. */
  readonly elements: readonly Asked[];
}

/** How a value is objected to, where it can be. A label by its number, what is past not at all. */
function askedOf(elements: readonly Asked[], group: string, { key, label }: OwnValue) {
  if (label === null && group !== 'who') return undefined;
  const element = label === null ? `person.${key}` : 'label';
  return elements.find((one) => one.element === element);
}

/** One group of values, each with who said so and since when. The server says them; nothing is left out here. */
export function Values({ group, values, elements }: ValuesProps): ReactNode {
  const t = useT();
  const [wrong, setWrong] = useState<{ value: OwnValue; asked: Asked }>();
  return (
    <section aria-labelledby={`own-${group}`}>
      <h2 id={`own-${group}`}>{t(`data.group.${group}`)}</h2>
      {values.length === 0 && <p className="empty">{t('data.none')}</p>}
      {values.length > 0 && (
        <ul className="card own-values">
          {values.map((one, nth) => {
            const asked = askedOf(elements, group, one);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list comes whole; two values may be the same
              <li key={`${one.key} ${nth}`}>
                <span className="own-name">{one.name}</span>
                {one.number === null ? <b>{one.says}</b> : <Masked one={one} number={one.number} />}
                {one.more.length > 0 && <span>{one.more.join(' · ')}</span>}
                <small>
                  {t('data.source', { source: one.source })}
                  {one.day !== null && ` · ${t('data.day', { day: one.day })}`}
                </small>
                {asked !== undefined && (
                  <button
                    type="button"
                    className="button pill own-wrong"
                    aria-label={t('objection.title', {
                      what: asked.input === 'label' ? one.says : one.name,
                    })}
                    onClick={() => setWrong({ value: one, asked })}
                  >
                    {t('objection.wrong')}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {wrong !== undefined && <ObjectForm {...wrong} onClose={() => setWrong(undefined)} />}
    </section>
  );
}

/** One's own number: nobody asks why. Over somebody's shoulder it stays masked until it is asked for. */
function Masked({ one, number }: { readonly one: OwnValue; readonly number: number }): ReactNode {
  const t = useT();
  const open = useWrite(ownNumber);
  const value = open.reply?.value;
  const show = t(value === undefined ? 'data.show' : 'data.hide');
  return (
    <span className="own-number">
      <b aria-live="polite">{value ?? one.says}</b>
      <button
        type="button"
        className="button pill"
        aria-label={`${show} ${one.name}`}
        disabled={open.pending}
        onClick={() => (value === undefined ? void open.send({ number }) : open.clear())}
      >
        {show}
      </button>
      <Refused refusal={open.refusal} />
    </span>
  );
}
