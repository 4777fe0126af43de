// SPDX-License-Identifier: Apache-2.0
import { ownObjections } from '@lilong/contracts/registry-objections';
import { endGrant, type OwnGrant, ownData, unbindMe } from '@lilong/contracts/registry-own';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { Refused, RetryLater } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { BindByCode } from './BindByCode.tsx';
import { Objections } from './Objections.tsx';
import { TakeAway } from './TakeAway.tsx';
import { Values } from './Values.tsx';
import './data.css';

/** 我的数据: all that is held of me, where each value came from, and who may open it. */
export function MyDataPage(): ReactNode {
  return <ResidentOnly>{() => <Mine />}</ResidentOnly>;
}

function Mine(): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(ownData, {});
  if (error !== null) return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  return (
    <div className="page narrow own">
      <h1>{t('data.title')}</h1>
      {data.binding === null ? <BindByCode ended={data.ended} /> : <Held data={data} />}
    </div>
  );
}

function Held({ data }: { readonly data: ReplyOf<typeof ownData> }): ReactNode {
  const t = useT();
  const objections = useRead(ownObjections, {}).data;
  return (
    <>
      <p>{t('data.lead')}</p>
      <nav className="rows" aria-label={t('data.looks')}>
        <Link to="/me/looks">
          <Icon name="shield" />
          {t('data.looks')}
          <Icon name="next" size="1em" />
        </Link>
      </nav>
      {data.groups.map(({ group, values }) => (
        <Values key={group} group={group} values={values} elements={objections?.elements ?? []} />
      ))}
      {objections !== undefined && <Objections all={objections.objections} />}
      <Grants grants={data.grants.filter(({ holds }) => holds)} />
      <TakeAway />
      <Binding binding={data.binding} />
    </>
  );
}

/** Who may open the record just now besides the own committee; each can be taken back. */
function Grants({ grants }: { readonly grants: readonly OwnGrant[] }): ReactNode {
  const t = useT();
  const say = useMoment();
  const end = useWrite(endGrant, { refreshes: [ownData.path] });
  if (grants.length === 0) return null;
  return (
    <section>
      <h2>{t('data.grants')}</h2>
      {grants.map(({ no, organisationName, roleName, purpose, until }) => (
        <div key={no} className="card">
          <b>{[organisationName, roleName].filter((part) => part !== null).join(' ')}</b>
          <p>{t('data.grant', { purpose, until: say(until) })}</p>
          <button
            type="button"
            className="button"
            disabled={end.pending}
            onClick={() => void end.send({ no })}
          >
            {t('data.grant-end')}
          </button>
        </div>
      ))}
      <Refused refusal={end.refusal} />
    </section>
  );
}

function Binding({ binding }: { readonly binding: ReplyOf<typeof ownData>['binding'] }): ReactNode {
  const t = useT();
  const say = useMoment();
  const [asking, setAsking] = useState(false);
  const part = useWrite(unbindMe, { refreshes: [ownData.path, 'me'] });
  if (binding === null) return null;
  const { since, organisationName, roleName, documentName } = binding;
  return (
    <section>
      <h2>{t('data.binding')}</h2>
      <p>
        {t('data.bound', {
          ...{ when: say(since, 'day'), organisation: organisationName, role: roleName },
          document: documentName,
        })}
      </p>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('data.part')}
      </button>
      {asking && (
        <Sheet title={t('data.part')} size="question" onClose={() => setAsking(false)}>
          <p>{t('data.part-why')}</p>
          <button
            type="button"
            className="button main wide"
            disabled={part.pending}
            onClick={() => void part.send({})}
          >
            {t('data.part')}
          </button>
          <Refused refusal={part.refusal} />
        </Sheet>
      )}
    </section>
  );
}
