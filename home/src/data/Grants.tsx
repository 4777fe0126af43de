// SPDX-License-Identifier: Apache-2.0
import { endGrant, type OwnGrant, ownData, ownGrants } from '@lilong/contracts/registry-own';
import { ask, useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';

/** Who may open the record just now besides the own committee, and, when asked for, who might before. */
export function Grants({ grants }: { readonly grants: readonly OwnGrant[] }): ReactNode {
  const t = useT();
  const end = useWrite(endGrant, { refreshes: [ownData.path] });
  const [past, setPast] = useState(false);
  return (
    <section aria-labelledby="own-grants">
      <h2 id="own-grants">{t('data.grants')}</h2>
      {grants.length === 0 && <p className="empty">{t('data.grants-none')}</p>}
      {grants.map((one) => (
        <Grant key={one.no} one={one}>
          <End one={one} pending={end.pending} onEnd={() => void end.send({ no: one.no })} />
        </Grant>
      ))}
      <Refused refusal={end.refusal} />
      {past ? (
        <Past />
      ) : (
        <button type="button" className="button wide" onClick={() => setPast(true)}>
          {t('data.grants-past')}
        </button>
      )}
    </section>
  );
}

interface EndProps {
  readonly one: OwnGrant;
  readonly pending: boolean;
  readonly onEnd: () => void;
}
/** Taken back here, at the application that it was given with, or not at all. */
function End({ one: { kind, matter }, pending, onEnd }: EndProps): ReactNode {
  const t = useT();
  if (kind === 'guardian') return <small>{t('data.grant-law')}</small>;
  if (kind === 'affair')
    return (
      <Link className="button own-wrong" to={`/affairs/mine/${matter ?? ''}`}>
        {t('data.grant-affair-go')}
      </Link>
    );
  return (
    <button type="button" className="button own-wrong" disabled={pending} onClick={onEnd}>
      {t('data.grant-end')}
    </button>
  );
}

interface GrantProps {
  readonly one: OwnGrant;
  readonly children?: ReactNode;
}
function Grant({ one, children }: GrantProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const { organisationName, roleName, name } = one;
  const who = [organisationName, roleName, name].filter((part) => part !== null);
  return (
    <article className="card own-look">
      <b>{who.join(' ')}</b>
      <span>{forWhat(one, t, say)}</span>
      {children}
    </article>
  );
}

/** Of an application its item, its day, and what may be used for it; of any other the purpose. */
function forWhat(
  { about, purpose, from, until, holds }: OwnGrant,
  t: ReturnType<typeof useT>,
  say: ReturnType<typeof useMoment>,
): string {
  const times = { from: say(from), until: say(until) };
  if (about === null) return t(holds ? 'data.grant' : 'data.grant-past', { purpose, ...times });
  const facts = { ...about, day: say(about.day, 'day'), ...times };
  if (about.uses === '') return t('data.grant-affair-none', facts);
  return t(holds ? 'data.grant-affair' : 'data.grant-affair-past', facts);
}

/** All that is over, a screen at a time. */
function Past(): ReactNode {
  const t = useT();
  const read = useInfiniteQuery({
    queryKey: [ownGrants.path, 'past'],
    queryFn: ({ pageParam }) => ask(ownGrants, pageParam === 0 ? {} : { before: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ grants, more }) => (more ? grants[grants.length - 1]?.no : undefined),
  });
  const past = read.data?.pages.flatMap((page) => page.grants).filter(({ holds }) => !holds) ?? [];
  if (read.data === undefined) return null;
  return (
    <>
      {past.length === 0 && <p className="empty">{t('data.grants-past-none')}</p>}
      {past.map((one) => (
        <Grant key={one.no} one={one} />
      ))}
      {read.hasNextPage && (
        <button
          type="button"
          className="button wide"
          disabled={read.isFetchingNextPage}
          onClick={() => void read.fetchNextPage()}
        >
          {t('my.older')}
        </button>
      )}
    </>
  );
}
