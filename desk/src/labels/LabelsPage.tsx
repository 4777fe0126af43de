// SPDX-License-Identifier: Apache-2.0
import { type SuppliedLabel, suppliedLabels } from '@lilong/contracts/registry-supply';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useName } from '../registry/said.ts';
import { useT } from '../words.ts';
import { Batches } from './Batches.tsx';
import { Cases } from './Cases.tsx';
import { SupplyForm } from './SupplyForm.tsx';
import { TakeBackForm } from './TakeBackForm.tsx';
import { TakeBackOne } from './TakeBackOne.tsx';
import { Uses } from './Uses.tsx';
import '../cases/dock.css';
import '../registry/registry.css';
import '../staff/staff.css';
import './labels.css';

type Supplied = ReplyOf<typeof suppliedLabels>;

/** 标签: what the office supplies, how much of it is in force, and who uses it. Nobody’s name is on this page. */
export function LabelsPage(): ReactNode {
  const t = useT();
  const read = useRead(suppliedLabels, {});
  if (read.error !== null)
    return (
      <div className="page">
        <h1>{t('labels.title')}</h1>
        <Refused problem={read.error.problem} again={() => read.refetch()} />
      </div>
    );
  if (read.data === undefined) return <Waiting rows={6} />;
  return <Page supplied={read.data} />;
}

type Act = 'supply' | 'one' | undefined;

function Page({ supplied }: { readonly supplied: Supplied }): ReactNode {
  const t = useT();
  const [act, setAct] = useState<Act>();
  const [done, setDone] = useState('');
  const { labels, organisationName } = supplied;
  const finish = (words = '') => {
    setAct(undefined);
    setDone(words);
  };
  return (
    <div className="page">
      <header>
        <h1>{t('labels.title')}</h1>
        <p className="page-lead">{t('labels.lead', { organisation: organisationName })}</p>
        {labels.length > 0 && act === undefined && <Acts onAct={setAct} />}
      </header>
      <p role="status" className={done === '' ? 'unseen' : 'labels-done'}>
        {done}
      </p>
      {act === 'supply' && <SupplyForm labels={labels} finish={finish} />}
      {act === 'one' && <TakeBackOne labels={labels} finish={finish} />}
      {labels.length === 0 ? (
        <Empty icon="document" title={t('labels.none')}>
          <p>{t('labels.none-how')}</p>
        </Empty>
      ) : (
        <Labels labels={labels} onDone={setDone} />
      )}
      {supplied.cases && <Cases />}
      <Batches supplied={supplied} onDone={setDone} />
      {labels.length > 0 && <Uses labels={labels} />}
    </div>
  );
}

function Acts({ onAct }: { readonly onAct: (act: Act) => void }): ReactNode {
  const t = useT();
  return (
    <div className="page-acts">
      <Button onClick={() => onAct('one')}>{t('labels.one')}</Button>
      <Button type="primary" icon={<Icon name="plus" size={18} />} onClick={() => onAct('supply')}>
        {t('labels.supply')}
      </Button>
    </div>
  );
}

interface LabelsProps {
  readonly labels: readonly SuppliedLabel[];
  readonly onDone: (words: string) => void;
}

function Labels({ labels, onDone }: LabelsProps): ReactNode {
  const t = useT();
  return (
    <section className="part" aria-labelledby="labels-own">
      <h2 id="labels-own">{t('labels.own')}</h2>
      <ul className="labels-rows">
        {labels
          .toSorted((a, b) => b.inForce - a.inForce)
          .map((label) => (
            <Row key={label.code} label={label} onDone={onDone} />
          ))}
      </ul>
    </section>
  );
}

interface RowProps extends Pick<LabelsProps, 'onDone'> {
  readonly label: SuppliedLabel;
}

function Row({ label, onDone }: RowProps): ReactNode {
  const t = useT();
  const name = useName();
  const [taking, setTaking] = useState(false);
  const { code, inForce, basis, validDays, lookAgainDays, sensitivity } = label;
  return (
    <li className="labels-row">
      <div className="labels-what">
        <b>{name(label)}</b>
        <span className={sensitivity >= 4 ? 'tag tag-soon' : 'tag'}>
          {t(sensitivity >= 4 ? 'labels.level-sealed' : 'labels.level', { level: sensitivity })}
        </span>
        <small lang="zh-CN">{basis}</small>
        <small>
          {t('labels.rules', {
            rule: t('labels.rule', { days: validDays }),
            again: t('labels.look-again', { days: lookAgainDays }),
          })}
        </small>
      </div>
      <Figures label={label} />
      {inForce > 0 && !taking && (
        <Button
          className="labels-act"
          aria-label={t('labels.take-back-what', { name: name(label) })}
          onClick={() => setTaking(true)}
        >
          {t('labels.take-back')}
        </Button>
      )}
      {taking && (
        <TakeBackForm
          what={{ label: code, name: name(label), lines: inForce }}
          finish={(words) => {
            setTaking(false);
            if (words !== undefined) onDone(words);
          }}
        />
      )}
    </li>
  );
}

function Figures({ label: { inForce, lastAt, uses } }: Pick<RowProps, 'label'>): ReactNode {
  const t = useT();
  const say = useMoment();
  return (
    <dl className="labels-figures">
      <div>
        <dt>{t('labels.in-force')}</dt>
        <dd>{inForce}</dd>
      </div>
      <div>
        <dt>{t('labels.last')}</dt>
        <dd>{lastAt === null ? t('labels.never') : say(lastAt, 'day')}</dd>
      </div>
      <div>
        <dt>{t('labels.uses')}</dt>
        <dd>{uses}</dd>
      </div>
    </dl>
  );
}
