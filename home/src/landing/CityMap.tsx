// SPDX-License-Identifier: Apache-2.0
import { getMap } from '@lilong/contracts/places';
import { useRead } from '@lilong/ui/client.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { useT } from '../words/use.ts';
import { type MapFigures, MapPicture } from './MapPicture.tsx';

interface District {
  readonly no: number;
  readonly open: number;
}
interface CityMapProps {
  readonly city: number | undefined;
  readonly districts: readonly District[];
}

/** The districts, the deeper the colour the more is open. The same as a list, for whoever prefers words. */
export function CityMap({ city, districts }: CityMapProps): ReactNode {
  const t = useT();
  const [view, setView] = useState<'map' | 'list'>('map');
  const map = useRead(
    getMap,
    { no: city ?? 0 },
    { enabled: city !== undefined, staleTime: Number.POSITIVE_INFINITY },
  );
  if (map.data === undefined) return <div className="city-map bone" />;
  const open = new Map(districts.map((district) => [district.no, district.open]));
  return (
    <figure className="city-map">
      {view === 'map' ? (
        <MapPicture map={map.data} open={open} />
      ) : (
        <MapList map={map.data} open={open} />
      )}
      <figcaption>
        {view === 'map' ? <Legend /> : <span />}
        <button
          type="button"
          className="link"
          onClick={() => setView(view === 'map' ? 'list' : 'map')}
        >
          {t(view === 'map' ? 'landing.as-list' : 'landing.as-map')}
        </button>
      </figcaption>
    </figure>
  );
}

function MapList({ map, open }: MapFigures): ReactNode {
  const t = useT();
  const language = useLanguage();
  const largest = Math.max(1, ...open.values());
  return (
    <table className="map-list">
      <caption className="silent">{t('landing.list-label')}</caption>
      <thead className="silent">
        <tr>
          <th scope="col">{t('landing.district')}</th>
          <th scope="col">{t('landing.open')}</th>
        </tr>
      </thead>
      <tbody>
        {map.shapes.map(({ no, name, pinyin }) => (
          <tr key={no}>
            <th scope="row">
              {name}
              {language === 'en' && <small>{pinyin}</small>}
            </th>
            <td>
              <meter min={0} max={largest} value={open.get(no) ?? 0} aria-hidden="true" />
              {open.get(no) ?? 0}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Legend(): ReactNode {
  const t = useT();
  return (
    <span className="legend">
      {t('landing.few')}
      {[0, 1, 2, 3, 4].map((shade) => (
        <i key={shade} className={`swatch-${shade}`} />
      ))}
      {t('landing.many')}
    </span>
  );
}
