// SPDX-License-Identifier: Apache-2.0
import {
  type OwnObjection,
  objectionFigures,
  ownObjections,
  withdrawMine,
} from '@lilong/contracts/registry-objections';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Pictures } from '../parts/Pictures.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words/use.ts';

interface ObjectionsProps {
  readonly all: readonly OwnObjection[];
  /** The grant for a child or ward. */
  readonly of?: number | undefined;
}

/** What was objected to about me, by me or by the committee, and what was answered. */
export function Objections({ all, of }: ObjectionsProps): ReactNode {
  const t = useT();
  return (
    <section aria-labelledby="own-objections">
      <h2 id="own-objections">{t('objection.mine')}</h2>
      <p>{t('objection.lead')}</p>
      {all.map((one) => (
        <One key={one.objection} one={one} of={of} />
      ))}
      <Departments />
    </section>
  );
}

function One({ one, of }: { readonly one: OwnObjection } & Pick<ObjectionsProps, 'of'>): ReactNode {
  const t = useT();
  const say = useMoment();
  const { name, current, proposed, label, state, reason, organisationName, sourceName } = one;
  const unknown = t('objection.unknown');
  const change =
    label === null
      ? t('objection.change', { from: current ?? unknown, to: proposed ?? unknown })
      : t('objection.change-label', { label: current ?? unknown });
  return (
    <article className="card own-look">
      <b>{t('objection.of', { name, change })}</b>
      <span>
        {t(organisationName === null ? 'objection.by-me' : 'objection.by', {
          who: organisationName ?? '',
          day: say(one.filedAt, 'day'),
        })}
      </span>
      <span>
        {t(`objection.state.${state}`, { source: sourceName, day: say(one.dueAt, 'day') })}
      </span>
      {reason !== null && <span>{t('objection.reason', { reason })}</span>}
      <Pictures files={one.photos} label="objection.photo" />
      {state === 'open' && organisationName === null && (
        <TakeBack objection={one.objection} of={of} />
      )}
    </article>
  );
}

function TakeBack({
  objection,
  of,
}: { readonly objection: number } & Pick<ObjectionsProps, 'of'>): ReactNode {
  const t = useT();
  const write = useWrite(withdrawMine, { refreshes: [ownObjections.path] });
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={write.pending}
        onClick={() => void write.send({ objection, ...(of === undefined ? {} : { of }) })}
      >
        {t('objection.withdraw')}
      </button>
      <Refused refusal={write.refusal} />
    </>
  );
}

/** How departments answer everybody. */
function Departments(): ReactNode {
  const t = useT();
  const { data } = useRead(objectionFigures, {});
  if (data === undefined || data.departments.length === 0) return null;
  return (
    <details className="own-departments">
      <summary>{t('objection.departments')}</summary>
      <ul>
        {data.departments.map(({ organisationName, open, late, medianDays }) => (
          <li key={organisationName}>
            {t('objection.department', { name: organisationName, open, late })}
            {medianDays !== null && t('objection.half', { days: medianDays })}
          </li>
        ))}
      </ul>
    </details>
  );
}
