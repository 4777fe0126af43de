// SPDX-License-Identifier: Apache-2.0
import { type SuppliedBatch, suppliedLabels } from '@lilong/contracts/registry-supply';
import type { ReplyOf } from '@lilong/contracts/route';
import { ask } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useDay, useName } from '../registry/said.ts';
import { useT } from '../words.ts';
import { TakeBackForm } from './TakeBackForm.tsx';

interface BatchesProps {
  readonly supplied: ReplyOf<typeof suppliedLabels>;
  readonly onDone: (words: string) => void;
}

/** What was supplied, newest first: so many lines of which label. How many of them are about somebody, nobody is told. */
export function Batches({ supplied, onDone }: BatchesProps): ReactNode {
  const t = useT();
  const [older, setOlder] = useState<readonly SuppliedBatch[]>([]);
  const [more, setMore] = useState(supplied.more);
  const batches = [...supplied.batches, ...older];
  if (batches.length === 0) return null;
  async function fetchOlder(): Promise<void> {
    const last = batches.at(-1);
    const reply = await ask(suppliedLabels, last === undefined ? {} : { before: last.batch });
    setOlder([...older, ...reply.batches]);
    setMore(reply.more);
  }
  return (
    <section className="part" aria-labelledby="labels-batches">
      <h2 id="labels-batches">{t('labels.batches')}</h2>
      <ul className="labels-rows">
        {batches.map((batch) => (
          <Row key={batch.batch} batch={batch} labels={supplied.labels} onDone={onDone} />
        ))}
      </ul>
      {more && (
        <div>
          <Button onClick={() => void fetchOlder()}>{t('labels.older')}</Button>
        </div>
      )}
    </section>
  );
}

interface RowProps extends Pick<BatchesProps, 'onDone'> {
  readonly batch: SuppliedBatch;
  readonly labels: BatchesProps['supplied']['labels'];
}

function Row({ batch: of, labels, onDone }: RowProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const [taking, setTaking] = useState(false);
  const { batch, at, taken, withdrawn } = of;
  const name = of.name ?? t('labels.by-program');
  const holds = withdrawn === null && taken.some((one) => one.withdrawn === null);
  return (
    <li className="labels-row">
      <div className="labels-what">
        <b lang={of.name === null ? undefined : 'zh-CN'}>{name}</b>
        <small>{t('labels.batch', { batch, at: say(at) })}</small>
        <Taken of={of} labels={labels} />
      </div>
      {holds && !taking && (
        <Button
          className="labels-act"
          aria-label={t('labels.take-back-what', { name })}
          onClick={() => setTaking(true)}
        >
          {t('labels.take-back')}
        </Button>
      )}
      {taking && (
        <TakeBackForm
          what={{ batch, name }}
          finish={(words) => {
            setTaking(false);
            if (words !== undefined) onDone(words);
          }}
        />
      )}
    </li>
  );
}

interface TakenProps extends Pick<RowProps, 'labels'> {
  readonly of: SuppliedBatch;
}

function Taken({ of: { taken, withdrawn }, labels }: TakenProps): ReactNode {
  const t = useT();
  const day = useDay();
  const name = useName();
  const nameOf = (code: string): string => {
    const known = labels.find((one) => one.code === code);
    return known === undefined ? code : name(known);
  };
  return (
    <>
      {taken.map(({ label, lines, withdrawn: ended }) => (
        <small key={label}>
          {t('labels.lines', { name: nameOf(label), lines })}
          {ended !== null && withdrawn === null && (
            <> {t('labels.ended', { day: day(ended.on), reason: ended.reason })}</>
          )}
        </small>
      ))}
      {withdrawn !== null && (
        <small>
          <span className="tag">{t('labels.withdrawn')}</span>{' '}
          {t('labels.ended', { day: day(withdrawn.on), reason: withdrawn.reason })}
        </small>
      )}
    </>
  );
}
