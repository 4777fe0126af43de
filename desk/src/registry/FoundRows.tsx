// SPDX-License-Identifier: Apache-2.0
import type { HomeLine } from '@lilong/contracts/registry-find';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { PersonRow, withoutDay } from './PersonRow.tsx';
import { Start } from './Start.tsx';
import type { Finding, Found } from './use-finding.ts';

/** What was found, people first, of a door its homes first; or what to type, or what to try. */
export function FoundRows({ finding }: { readonly finding: Finding }): ReactNode {
  const { asked, found, fault, stale } = finding;
  if (asked === undefined) return <Start onTry={finding.type} />;
  if (fault !== null) return <Refused problem={fault.problem} again={finding.again} />;
  if (found === undefined) return <Waiting rows={6} />;
  if (found.people.length + found.homes.length === 0) return <Nothing q={asked} by={found.by} />;
  return <Rows found={found} stale={stale} />;
}

function Rows({ found, stale }: { readonly found: Found; readonly stale: boolean }): ReactNode {
  const t = useT();
  const { people, homes, more } = found;
  const rows = [
    people.map((line) => <PersonRow key={line.person} line={line} />),
    homes.map((line) => <HomeRow key={line.home} line={line} />),
  ];
  return (
    <div className="reg-rows" aria-busy={stale}>
      <ul aria-label={t('people.rows')}>{found.by === 'door' ? rows.toReversed() : rows}</ul>
      {more && <p className="reg-more">{t('people.more')}</p>}
    </div>
  );
}

function HomeRow({ line }: { readonly line: HomeLine }): ReactNode {
  const t = useT();
  return (
    <li>
      <Link to="/homes/$home" params={{ home: line.home }} search={withoutDay} className="reg-row">
        <span className="reg-who">
          <Icon name="home" size={18} />
          <b lang="zh-CN">{line.door}</b>
        </span>
        <span className="reg-row-door">{t('people.home-people', { count: line.people })}</span>
      </Link>
    </li>
  );
}

function Nothing({ q, by }: { readonly q: string; readonly by: Found['by'] }): ReactNode {
  const t = useT();
  return (
    <Empty icon="search" title={t('people.none', { q })}>
      <p>{t(`people.none.${by}`)}</p>
    </Empty>
  );
}
