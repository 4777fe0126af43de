// SPDX-License-Identifier: Apache-2.0
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { PlaceChooser } from '../parts/PlaceChooser.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';

interface GivePlacesProps {
  readonly places: readonly number[];
  readonly onChange: (places: readonly number[]) => void;
}
const most = 20;

/** The places of a post: one, or several side by side. */
export function GivePlaces({ places, onChange }: GivePlacesProps): ReactNode {
  const t = useT();
  const own = useHolder().post.places[0]?.no ?? 0;
  const [keys, setKeys] = useState<readonly number[]>([0]); // a place may stand twice while one chooses
  const several = places.length > 1;
  const without = <V,>(list: readonly V[], at: number) => list.filter((_, i) => i !== at);
  return (
    <div className="give-places">
      {places.map((place, at) => (
        <div key={keys[at]} className="give-place">
          <PlaceChooser
            label={several ? t('staff.place-nth', { nth: at + 1 }) : t('staff.place')}
            value={place}
            onChange={(chosen) => onChange(places.map((one, i) => (i === at ? chosen : one)))}
          />
          {several && (
            <Button
              onClick={() => {
                setKeys(without(keys, at));
                onChange(without(places, at));
              }}
            >
              {t('staff.place-less', { nth: at + 1 })}
            </Button>
          )}
        </div>
      ))}
      <p className="field-hint">{t('staff.place-hint')}</p>
      {places.length < most && (
        <Button
          onClick={() => {
            setKeys([...keys, Math.max(...keys) + 1]);
            onChange([...places, own]);
          }}
        >
          {t('staff.place-more')}
        </Button>
      )}
    </div>
  );
}
