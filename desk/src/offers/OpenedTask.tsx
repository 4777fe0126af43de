// SPDX-License-Identifier: Apache-2.0
import { openOfferTask, tellOfferTask } from '@lilong/contracts/offers';
import type { ReplyOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useNamed } from '../affairs/said.ts';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { OfferConditions } from './OfferConditions.tsx';

type Opened = ReplyOf<typeof openOfferTask>;
interface OpenedTaskProps {
  readonly offer: number;
  readonly onTold: () => void;
}

/** Whose it is and why, once it was opened: a grant for half an hour, which the person reads. */
export function OpenedTask({ offer, onTold }: OpenedTaskProps): ReactNode {
  const write = useWrite(openOfferTask);
  const [opened, setOpened] = useState<Opened>();
  const openIt = useEffectEvent(async () => setOpened(await write.send({ offer })));
  useEffect(() => {
    void openIt();
  }, []);
  if (write.refusal !== undefined) return <Refused problem={write.refusal} />;
  if (opened === undefined) return <Waiting rows={3} />;
  return <Told opened={opened} onTold={onTold} />;
}

function Told({
  opened,
  onTold,
}: {
  readonly opened: Opened;
  readonly onTold: () => void;
}): ReactNode {
  const t = useT();
  const say = useMoment();
  const named = useNamed();
  const tell = useWrite(tellOfferTask, { refreshes: ['offers'] });
  const { offer, name, person, gets, getsEn, getsMore, until } = opened;
  async function told(how: 'told' | 'away'): Promise<void> {
    if ((await tell.send({ offer, how })) !== undefined) onTold();
  }
  return (
    <div className="offer-opened">
      <h3>{name}</h3>
      <p>
        {t('offers.gets', { gets: named(gets, getsEn) })}
        {getsMore !== null && <small lang="zh-CN"> {getsMore}</small>}
      </p>
      <OfferConditions conditions={opened.conditions} />
      <p className="field-hint">
        {t('offers.say', { item: named(opened.itemName, opened.itemNameEn) })}
      </p>
      <div className="bar-buttons">
        <Button type="primary" loading={tell.pending} onClick={() => void told('told')}>
          {t('offers.tell')}
        </Button>
        <Button disabled={tell.pending} onClick={() => void told('away')}>
          {t('offers.away')}
        </Button>
        <Link to="/people/$person" params={{ person: String(person) }}>
          {t('offers.card')}
        </Link>
      </div>
      {tell.refusal !== undefined && <Refused problem={tell.refusal} />}
      <small>{t('offers.opened', { at: say(until) })}</small>
    </div>
  );
}
