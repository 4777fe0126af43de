// SPDX-License-Identifier: Apache-2.0
import type { Asked } from '@lilong/contracts/registry-objections';
import { type OwnGroup, type OwnValue, ownNumber } from '@lilong/contracts/registry-own';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useState } from 'react';
import { useDay } from '../assistance/use-day.ts';
import { Refused } from '../parts/Refused.tsx';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { ObjectForm } from './ObjectForm.tsx';

interface ValuesProps extends OwnGroup {
  /** What can be objected to; nothing until it is known. */
  readonly elements: readonly Asked[];
  /** The grant for a child or ward. */
  readonly of?: number | undefined;
}

/** How a value is objected to, where it can be. A label by its number, what is past not at all. */
function askedOf(elements: readonly Asked[], group: string, { key, label }: OwnValue) {
  if (label === null && group !== 'who' && group !== 'numbers') return undefined;
  const element = label === null ? `person.${key}` : 'label';
  return elements.find((one) => one.element === element);
}

/** Values one after another that the same source gave on the same day: that is said of them once. */
function runsOf(values: readonly OwnValue[]): OwnValue[][] {
  const runs: OwnValue[][] = [];
  for (const one of values) {
    const last = runs.at(-1);
    const [before] = last ?? [];
    if (last !== undefined && before?.source === one.source && before.day === one.day)
      last.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** One group of values, each with who said so and since when. The server says them; nothing is left out here. */
export function Values({ group, values, elements, of }: ValuesProps): ReactNode {
  const t = useT();
  const [wrong, setWrong] = useState<{ value: OwnValue; asked: Asked }>();
  return (
    <section aria-labelledby={`own-${group}`}>
      <h2 id={`own-${group}`}>{t(`data.group.${group}`)}</h2>
      {values.length === 0 && <p className="empty">{t('data.none')}</p>}
      {values.length > 0 && (
        <ul className="card own-values">
          {runsOf(values).map((run, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list comes whole; two runs may be the same
            <li key={`${run[0]?.key} ${nth}`}>
              {run.map((one, at) => (
                <Value
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  key={`${one.key} ${at}`}
                  one={one}
                  asked={askedOf(elements, group, one)}
                  onWrong={setWrong}
                />
              ))}
              <Source run={run} />
            </li>
          ))}
        </ul>
      )}
      {wrong !== undefined && <ObjectForm {...wrong} of={of} onClose={() => setWrong(undefined)} />}
    </section>
  );
}

/** Who said so, and when. */
function Source({ run }: { readonly run: readonly OwnValue[] }): ReactNode {
  const t = useT();
  const when = useDay();
  const [{ source, day } = { source: '', day: null }] = run;
  const said = t('data.source', { source });
  if (day === null) return <small>{said}</small>;
  return (
    <small>
      {said} · {t('data.day', { day: when(day) })}
    </small>
  );
}

interface ValueProps {
  readonly one: OwnValue;
  readonly asked: Asked | undefined;
  readonly onWrong: (wrong: { value: OwnValue; asked: Asked }) => void;
}

function Value({ one, asked, onWrong }: ValueProps): ReactNode {
  const t = useT();
  return (
    <div className={one.number === null ? 'own-value' : 'own-value numbered'}>
      <span className="own-name">{one.name}</span>
      <Says one={one} />
      {one.more.length > 0 && <span className="own-more">{one.more.join(' · ')}</span>}
      {asked !== undefined && (
        <button
          type="button"
          className="button pill own-wrong"
          aria-label={t('objection.title', {
            what: asked.input === 'label' ? one.says : one.name,
          })}
          onClick={() => onWrong({ value: one, asked })}
        >
          {t('objection.wrong')}
        </button>
      )}
    </div>
  );
}

/** Of what has a page of its own. */
const pageOf: Readonly<Record<string, string>> = {
  affair: '/affairs/mine',
  mandate: '/affairs/mine',
  assistance: '/affairs/mine',
  rating: '/rated',
};

function Says({ one }: Pick<ValueProps, 'one'>): ReactNode {
  if (one.number !== null) return <Masked one={one} number={one.number} />;
  if (one.ref === null) return <b>{one.says}</b>;
  const page = `${pageOf[one.key] ?? '/certificates'}/${one.ref}`;
  return (
    <Link to={page as '/affairs/mine'} className="own-page">
      {one.says}
      <Icon name="next" size="1em" />
    </Link>
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
