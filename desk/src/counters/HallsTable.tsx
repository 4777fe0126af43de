// SPDX-License-Identifier: Apache-2.0
import type { HallNow } from '@lilong/contracts/counters-city';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { TableBox } from '../parts/TableBox.tsx';
import { useT } from '../words.ts';
import { LoadMark } from './LoadMark.tsx';
import { loadOf } from './load.ts';
import { timeOf, waitWords } from './said.ts';

/** Halls in the order of their places: district, then street. */
export function HallsTable({ halls }: { readonly halls: readonly HallNow[] }): ReactNode {
  const t = useT();
  return (
    <TableBox label={t('halls.title')} more="halls-table">
      <table className="table">
        <caption>{t('halls.count', { count: halls.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('halls.hall')}</th>
            <th scope="col">{t('halls.open')}</th>
            <th scope="col" className="num">
              {t('halls.waiting')}
            </th>
            <th scope="col" className="num">
              {t('halls.windows')}
            </th>
            <th scope="col">{t('halls.wait')}</th>
          </tr>
        </thead>
        <tbody>
          {halls.map((hall) => (
            <Row key={hall.centre} hall={hall} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Row({ hall }: { readonly hall: HallNow }): ReactNode {
  const t = useT();
  const { open, openWindows, windows, waiting } = hall;
  const perWindow = openWindows === 0 ? null : Math.round((10 * waiting) / openWindows) / 10;
  return (
    <tr id={`hall-${hall.centre}`}>
      <th scope="row" lang="zh-CN">
        {hall.name}
        <small>{hall.districtName}</small>
      </th>
      <td className="day">
        <OpenWords hall={hall} />
      </td>
      <td className="num">{open || waiting > 0 ? waiting : '—'}</td>
      <td className="num">
        {t('halls.of', { open: openWindows, all: windows })}
        {open && perWindow !== null && waiting > 0 && (
          <small>{t('halls.load', { count: perWindow })}</small>
        )}
      </td>
      <td>
        <LoadMark load={loadOf(hall)} /> <Wait hall={hall} />
      </td>
    </tr>
  );
}

function Wait({ hall: { open, does, wait } }: { readonly hall: HallNow }): string {
  const t = useT();
  if (!open) return t('halls.shut');
  return does ? waitWords(t, wait) : t('halls.does-not');
}

/** Until when, or from when. */
export function OpenWords({
  hall: { closes, opens },
}: {
  readonly hall: Pick<HallNow, 'closes' | 'opens'>;
}): ReactNode {
  const t = useT();
  const say = useMoment();
  if (closes !== null) {
    const time = timeOf(closes);
    return time === '00:00' ? t('halls.until-night') : t('halls.until', { time });
  }
  return opens === null ? t('halls.shut') : t('halls.from', { time: say(opens) });
}
