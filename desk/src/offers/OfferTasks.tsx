// SPDX-License-Identifier: Apache-2.0
import { type OfferTask, offerTasks } from '@lilong/contracts/offers';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { keepPreviousData } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useNamed } from '../affairs/said.ts';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useDay } from '../registry/said.ts';
import { useT } from '../words.ts';
import { OpenedTask } from './OpenedTask.tsx';
import './offers.css';

const shows = ['open', 'all'] as const;

/** By door: where to ring, what for, until when. Whose it is, opening tells. */
export function OfferTasks(): ReactNode {
  const t = useT();
  const [show, setShow] = useState<(typeof shows)[number]>('open');
  const [item, setItem] = useState('');
  const [after, setAfter] = useState<string>();
  const asked = {
    show,
    ...(item !== '' && { item }),
    ...(after !== undefined && { after }),
  };
  const read = useRead(offerTasks, asked, { placeholderData: keepPreviousData });
  const { data, error } = read;
  const choose = (set: () => void): void => {
    setAfter(undefined);
    set();
  };
  return (
    <section className="sheet-card" aria-label={t('offers.title')}>
      <Filters
        show={show}
        onShow={(one) => choose(() => setShow(one))}
        item={item}
        onItem={(one) => choose(() => setItem(one))}
        data={data}
      />
      {error !== null && <Refused problem={error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting rows={5} />}
      {data?.tasks.length === 0 && (
        <Empty icon="check" title={t('offers.none')}>
          <p>{t('offers.none-how')}</p>
        </Empty>
      )}
      <ul className="offer-tasks">
        {data?.tasks.map((task) => (
          <Task key={task.offer} task={task} />
        ))}
      </ul>
      <div className="bar-buttons">
        {after !== undefined && (
          <Button onClick={() => setAfter(undefined)}>{t('offers.first')}</Button>
        )}
        {data?.next != null && (
          <Button onClick={() => setAfter(data.next ?? undefined)}>{t('offers.next')}</Button>
        )}
      </div>
    </section>
  );
}

interface FiltersProps {
  readonly show: (typeof shows)[number];
  readonly onShow: (show: (typeof shows)[number]) => void;
  readonly item: string;
  readonly onItem: (item: string) => void;
  readonly data: ReplyOf<typeof offerTasks> | undefined;
}
function Filters({ show, onShow, item, onItem, data }: FiltersProps): ReactNode {
  const t = useT();
  return (
    <div className="offer-filters">
      <fieldset className="bar-buttons" aria-label={t('offers.title')}>
        {shows.map((one) => (
          <Button key={one} aria-pressed={show === one} onClick={() => onShow(one)}>
            {t(`offers.show.${one}`)}
          </Button>
        ))}
      </fieldset>
      <label>
        <span>{t('offers.item')}</span>
        <select value={item} onChange={({ target }) => onItem(target.value)}>
          <option value="">{t('offers.all-items')}</option>
          {data?.items.map((one) => (
            <ItemOption key={one.item} {...one} />
          ))}
        </select>
      </label>
      <span role="status">{data !== undefined && t('offers.total', { count: data.total })}</span>
    </div>
  );
}

interface ItemOptionProps {
  readonly item: string;
  readonly name: string;
  readonly nameEn: string | null;
}
function ItemOption({ item, name, nameEn }: ItemOptionProps): ReactNode {
  return <option value={item}>{useNamed()(name, nameEn)}</option>;
}

function Task({ task }: { readonly task: OfferTask }): ReactNode {
  const t = useT();
  const day = useDay();
  const named = useNamed();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { door, itemName, itemNameEn, committeeName, lapsesOn, told, toldOn } = task;
  return (
    <li>
      <div className="offer-task">
        <b id={id}>{door ?? t('offers.no-door')}</b>
        <Button
          id={`${id}-open`}
          aria-labelledby={`${id}-open ${id} ${id}-what`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('offers.open')}
        </Button>
        <small>
          <span id={`${id}-what`}>{named(itemName, itemNameEn)}</span> · {committeeName} ·{' '}
          {t('offers.until', { day: day(lapsesOn) })}
        </small>
        {told !== null && toldOn !== null && (
          <span className={told === 'told' ? 'tag tag-done' : 'tag tag-soon'}>
            {t(`offers.told.${told}`, { day: day(toldOn) })}
          </span>
        )}
      </div>
      {open && <OpenedTask offer={task.offer} onTold={() => setOpen(false)} />}
    </li>
  );
}
