// SPDX-License-Identifier: Apache-2.0
import { type OfferFigure, offerFigures } from '@lilong/contracts/offers';
import { useRead } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.ts';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import './offers.css';

const counted = ['offered', 'waits', 'accepted', 'refused', 'lapsed', 'over'] as const;

/** By item and district; small numbers are not shown. */
export function OfferFigures(): ReactNode {
  const t = useT();
  const say = useMoment();
  const { data, error, refetch } = useRead(offerFigures, {});
  if (error !== null) return <Refused problem={error.problem} again={() => refetch()} />;
  if (data === undefined) return <Waiting rows={4} />;
  if (data.figures.length === 0)
    return (
      <Empty icon="figures" title={t('offers.title')}>
        <p>{t('offers.figures-none')}</p>
      </Empty>
    );
  const nameOf = new Map(data.figures.map(({ item, itemName }) => [item, itemName]));
  return (
    <>
      <TableBox label={t('offers.title')}>
        <table className="table offer-figures">
          <thead>
            <tr>
              {(['item', 'district', ...counted] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`offers.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.figures.map((one) => (
              <Row key={`${one.item} ${one.district}`} figure={one} />
            ))}
          </tbody>
        </table>
      </TableBox>
      {data.nights.map(({ item, endedAt }) => (
        <p key={item} className="field-hint">
          {endedAt === null
            ? t('offers.night-open', { item: nameOf.get(item) ?? item })
            : t('offers.night', { item: nameOf.get(item) ?? item, at: say(endedAt) })}
        </p>
      ))}
    </>
  );
}

function Row({ figure }: { readonly figure: OfferFigure }): ReactNode {
  const t = useT();
  const named = useNamed();
  return (
    <tr>
      <th scope="row">{named(figure.itemName, figure.itemNameEn)}</th>
      <td>{figure.districtName}</td>
      {counted.map((name) => (
        <td key={name} className={figure[name] === null ? 'few' : 'number'}>
          {figure[name] ?? t('offers.few')}
        </td>
      ))}
    </tr>
  );
}
