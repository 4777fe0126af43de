// SPDX-License-Identifier: Apache-2.0
import {
  type CaseLabelOpened,
  caseLabels,
  closeCaseLabel,
} from '@lilong/contracts/registry-case-labels';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useDay, useName } from '../registry/said.ts';
import { useT } from '../words.ts';
import { OpenCase } from './OpenCase.tsx';

/** 个案标签: labels of level 5 that the office has open, each about one person, to one committee, until a day. */
export function Cases(): ReactNode {
  const t = useT();
  const read = useRead(caseLabels, {});
  const [opening, setOpening] = useState(false);
  const { data } = read;
  return (
    <section className="part" aria-labelledby="labels-cases">
      <h2 id="labels-cases">{t('cases-label.title')}</h2>
      <p className="field-hint">{t('cases-label.how')}</p>
      {read.error !== null && <Refused problem={read.error.problem} again={read.refetch} />}
      {read.isPending && <Waiting rows={2} />}
      {data !== undefined && opening && <OpenCase words={data} onEnd={() => setOpening(false)} />}
      {data !== undefined && !opening && (
        <div>
          <Button onClick={() => setOpening(true)}>{t('cases-label.open')}</Button>
        </div>
      )}
      {data !== undefined && data.opened.length > 0 && (
        <ul className="labels-rows">
          {data.opened.map((one) => (
            <Row key={one.no} one={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ one }: { readonly one: CaseLabelOpened }): ReactNode {
  const t = useT();
  const name = useName();
  const day = useDay();
  const write = useWrite(closeCaseLabel, { refreshes: ['registry'] });
  const { no, number, label, placeName, purpose, until } = one;
  return (
    <li className="labels-row">
      <div className="labels-what">
        <b>{name(label)}</b>
        <span className="tag tag-soon">{t('cases-label.until', { day: day(until) })}</span>
        <small>{t('cases-label.to', { number, place: placeName, purpose: name(purpose) })}</small>
      </div>
      <Button
        className="labels-act"
        loading={write.pending}
        aria-label={t('cases-label.close-what', { number })}
        onClick={() => void write.send({ no })}
      >
        {t('cases-label.close')}
      </Button>
      <Refused problem={write.refusal} />
    </li>
  );
}
