// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useState } from 'react';
import { Sheet } from '../parts/Sheet.tsx';
import type { Known } from '../session/me.ts';
import { useT } from '../words/use.ts';
import { Search, WayTabs } from './PlacePicker.tsx';
import type { Found, Way } from './ways.ts';

interface CommitteePickerProps {
  readonly committee: Known['committee'];
  readonly onChoose: (found: Found) => void;
  readonly onClose: () => void;
}

/** The same three ways, without an address: to look, the neighbourhood is enough. */
export function CommitteePicker({ committee, onChoose, onClose }: CommitteePickerProps): ReactNode {
  const t = useT();
  const [way, setWay] = useState<Way>('words');
  return (
    <Sheet title={t('nearby.other')} onClose={onClose}>
      <WayTabs way={way} onWay={setWay} />
      <Search way={way} near={committee?.no} onFound={onChoose} onWay={setWay} />
    </Sheet>
  );
}
