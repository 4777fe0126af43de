// SPDX-License-Identifier: Apache-2.0
import { ownObjections } from '@lilong/contracts/registry-objections';
import { ownData, unbindMe } from '@lilong/contracts/registry-own';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { Refused, RetryLater } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { Link, useInAddress } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { WithWords } from '../words/WithWords.tsx';
import { BindByCode } from './BindByCode.tsx';
import { Family, WardConsents } from './Family.tsx';
import { Grants } from './Grants.tsx';
import { Jumps } from './Jumps.tsx';
import { Objections } from './Objections.tsx';
import { TakeAway } from './TakeAway.tsx';
import { Values } from './Values.tsx';
import { Wards } from './Wards.tsx';
import './data.css';

/** 我的数据: all that is held of me, where each value came from, and who may open it. */
export function MyDataPage(): ReactNode {
  return (
    <WithWords of="data">
      <ResidentOnly>{() => <Mine />}</ResidentOnly>
    </WithWords>
  );
}

function Mine(): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(ownData, {});
  if (error !== null) return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  return (
    <div className="page narrow own">
      <h1>{t('data.title')}</h1>
      <Wards wards={data.wards} of={undefined} />
      {data.binding === null ? <BindByCode ended={data.ended} /> : <Held data={data} />}
    </div>
  );
}

/** The same of a child, a ward, or somebody of the household, by the grant in the address. */
export function WardDataPage(): ReactNode {
  const of = Number(useInAddress('grant'));
  return (
    <WithWords of="data">
      <ResidentOnly>{() => <OfWard key={of} of={of} />}</ResidentOnly>
    </WithWords>
  );
}

/** Each reading is written down for the person to see: once when it is opened, not at each glance at the window. */
const onceOpened = {
  staleTime: 300_000,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

function OfWard({ of }: { readonly of: number }): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(ownData, { of }, onceOpened);
  if (error !== null) return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  const ward = data.wards.find(({ grant }) => grant === of);
  return (
    <div className="page narrow own">
      <h1>{t('data.title')}</h1>
      <Wards wards={data.wards} of={of} />
      {ward !== undefined && <p>{t('ward.lead', { name: ward.name })}</p>}
      {ward?.relation !== 'family' && <ToLooks to={`/me/looks/${of}`} />}
      {ward === undefined || ward.relation === 'family' ? (
        <Groups data={data} />
      ) : (
        <ActedFor data={data} of={of} />
      )}
    </div>
  );
}

type Own = ReplyOf<typeof ownData>;

/** What is read, and nothing done about it. */
function Groups({ data }: { readonly data: Own }): ReactNode {
  return data.groups.map(({ group, values }) => (
    <Values key={group} group={group} values={values} elements={[]} />
  ));
}

/** A parent or guardian objects, and withdraws a consent, for the child or ward. */
function ActedFor({ data, of }: { readonly data: Own; readonly of: number }): ReactNode {
  const objections = useRead(ownObjections, { of }).data;
  return (
    <>
      {data.groups.map(({ group, values }) => (
        <Values
          key={group}
          group={group}
          values={values}
          elements={objections?.elements ?? []}
          of={of}
        />
      ))}
      {objections !== undefined && <Objections all={objections.objections} of={of} />}
      <WardConsents of={of} />
    </>
  );
}

function ToLooks({ to }: { readonly to: '/me/looks' | `/me/looks/${number}` }): ReactNode {
  const t = useT();
  return (
    <nav className="rows" aria-label={t('data.looks')}>
      <Link to={to}>
        <Icon name="shield" />
        {t(to === '/me/looks' ? 'data.looks' : 'ward.looks')}
        <Icon name="next" size="1em" />
      </Link>
    </nav>
  );
}

function Held({ data }: { readonly data: ReplyOf<typeof ownData> }): ReactNode {
  const t = useT();
  const objections = useRead(ownObjections, {}).data;
  return (
    <>
      <p>{t('data.lead')}</p>
      <ToLooks to="/me/looks" />
      <Jumps />
      {data.groups.map(({ group, values }) => (
        <Values key={group} group={group} values={values} elements={objections?.elements ?? []} />
      ))}
      {objections !== undefined && <Objections all={objections.objections} />}
      <Family />
      <Grants grants={data.grants.filter(({ kind }) => kind !== 'family')} />
      <TakeAway />
      <Binding binding={data.binding} />
    </>
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
    <section aria-labelledby="own-binding">
      <h2 id="own-binding">{t('data.binding')}</h2>
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
