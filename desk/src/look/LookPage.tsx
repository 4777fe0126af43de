// SPDX-License-Identifier: Apache-2.0
import { countTree } from '@lilong/contracts/case-work';
import { isWithin } from '@lilong/contracts/place-no';
import { getMap } from '@lilong/contracts/places';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { PlaceName } from '@lilong/ui/PlaceName.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import { Indicators } from './Indicators.tsx';
import { LookMap } from './LookMap.tsx';
import './look.css';
import { TableBox } from '../parts/TableBox.tsx';

type Tree = ReplyOf<typeof countTree>;

/** 看数: counts along the tree, one level at a time, in the order of the official codes. Nobody is ranked. */
export function LookPage(): ReactNode {
  const t = useT();
  const { place } = useSearch({ from: '/look' });
  const read = useRead(countTree, place === undefined ? {} : { place });
  if (read.error !== null)
    return <Refused problem={read.error.problem} again={() => read.refetch()} />;
  if (read.data === undefined) return <Waiting rows={8} />;
  return <Look tree={read.data} title={t('look.title')} />;
}

function Look({ tree, title }: { readonly tree: Tree; readonly title: string }): ReactNode {
  const t = useT();
  const say = useMoment();
  const map = useRead(
    getMap,
    { no: tree.place.no },
    { staleTime: 3_600_000, enabled: tree.children.length > 0 },
  );
  return (
    <div className="page look">
      <header>
        <Path tree={tree} />
        <h1>
          <PlaceName of={tree.place} /> <small>{title}</small>
        </h1>
        <div className="page-acts">
          <Link to="/" search={{ bucket: 'open', place: tree.place.no }}>
            {t('look.see-cases')}
          </Link>
        </div>
      </header>
      <Totals tree={tree} />
      <div className="look-cols">
        <ChildTable tree={tree} />
        {map.data !== undefined && map.data.shapes.length > 0 && (
          <LookMap map={map.data} rows={tree.children} />
        )}
      </div>
      <Indicators indicators={tree.indicators} />
      <p>
        <Link to="/objections">{t('objections.look')}</Link>
      </p>
      <p className="field-hint">{t('look.folded', { at: say(tree.foldedAt) })}</p>
    </div>
  );
}

function Path({ tree }: { readonly tree: Tree }): ReactNode {
  const t = useT();
  const own = useHolder().post.places;
  const above = tree.place.path.filter(({ no }) => no !== tree.place.no);
  if (above.length === 0) return null;
  return (
    <nav aria-label={t('look.path')} className="look-path">
      {above.map((step) => (
        <span key={step.no}>
          {own.some((place) => isWithin(step.no, place.no)) ? (
            <Link to="/look" search={{ place: step.no }}>
              <PlaceName of={step} />
            </Link>
          ) : (
            <PlaceName of={step} />
          )}
          {' / '}
        </span>
      ))}
    </nav>
  );
}

function Totals({ tree }: { readonly tree: Tree }): ReactNode {
  const t = useT();
  const sum = (name: 'open' | 'late' | 'endedThisMonth') =>
    tree.children.reduce((total, child) => total + child[name], 0);
  if (tree.children.length === 0) return null;
  return (
    <dl className="totals">
      {(['open', 'late', 'endedThisMonth'] as const).map((name) => (
        <div
          key={name}
          className={name === 'late' && sum('late') > 0 ? 'total total-late' : 'total'}
        >
          <dt>{t(`look.${name}`)}</dt>
          <dd>{sum(name).toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  );
}

function ChildTable({ tree }: { readonly tree: Tree }): ReactNode {
  const t = useT();
  const isLeaf = tree.place.level === 'street' || tree.place.level === 'committee';
  if (tree.children.length === 0) return null;
  return (
    <TableBox label={t('look.order')}>
      <table className="table">
        <caption>{t('look.order')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('look.place')}</th>
            <th scope="col" className="num">
              {t('look.open')}
            </th>
            <th scope="col" className="num">
              {t('look.late')}
            </th>
            <th scope="col" className="num">
              {t('look.endedThisMonth')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tree.children.map((child) => (
            <tr key={child.no}>
              <th scope="row">
                {isLeaf ? (
                  <Link to="/" search={{ bucket: 'open', place: child.no }}>
                    <PlaceName of={child} />
                  </Link>
                ) : (
                  <Link to="/look" search={{ place: child.no }}>
                    <PlaceName of={child} />
                  </Link>
                )}
              </th>
              <td className="num">{child.open.toLocaleString('en')}</td>
              <td className={child.late > 0 ? 'num look-late' : 'num'}>
                {child.late.toLocaleString('en')}
              </td>
              <td className="num">{child.endedThisMonth.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
