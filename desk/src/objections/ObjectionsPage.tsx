// SPDX-License-Identifier: Apache-2.0
import { listObjections, type ObjectionLine } from '@lilong/contracts/registry-objections';
import { useRead } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { Figures } from './Figures.tsx';
import { AnswerBy, useRaised } from './said.tsx';
import './objections.css';

/** 异议: those to answer, what came of one's own, and how departments answer. */
export function ObjectionsPage(): ReactNode {
  const t = useT();
  const role = useRole();
  return (
    <div className="page page-narrow">
      <header>
        <h1>{t('objections.title')}</h1>
        <p className="page-lead">{t('objections.lead')}</p>
      </header>
      {role === 'department_officer' && <Box box="answer" />}
      {role === 'committee_worker' && (
        <>
          <Box box="raised" />
          <Box box="answer" quiet />
        </>
      )}
      <Figures />
    </div>
  );
}

interface BoxProps {
  readonly box: 'answer' | 'raised';
  /** Not there when nothing is in it. */
  readonly quiet?: true;
}
function Box({ box, quiet }: BoxProps): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(listObjections, { box });
  if (error !== null) return <Refused problem={error.problem} again={refetch} />;
  if (data === undefined) return <Waiting rows={4} />;
  const { objections } = data;
  if (objections.length === 0)
    return quiet === true ? null : (
      <Empty icon="check" title={t(`objections.${box}-none`)}>
        <p>{t(`objections.${box}-none-how`)}</p>
      </Empty>
    );
  return (
    <section className="part" aria-labelledby={`objections-${box}`}>
      <h2 id={`objections-${box}`}>{t(`objections.${box}`)}</h2>
      <ul className="objection-rows">
        {objections.map((line) => (
          <li key={line.objection}>
            <Row line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ line }: { readonly line: ObjectionLine }): ReactNode {
  const t = useT();
  const raised = useRaised();
  const { own, name } = line;
  return (
    <Link
      to="/objections/$objection"
      params={{ objection: String(line.objection) }}
      className="objection-row"
    >
      <b>{own === null ? name : t('objections.of', { what: name, about: own.about })}</b>
      <AnswerBy line={line} />
      {own !== null && (
        <small>
          {t('objections.change', {
            from: own.current ?? t('objection.unknown'),
            to: own.proposed ?? t('objection.label-untrue'),
          })}
        </small>
      )}
      <small>
        {own === null ? raised(line) : t('objections.by-source', { source: line.sourceName })}
      </small>
      {own?.reason != null && <small>{t('objection.why', { reason: own.reason })}</small>}
    </Link>
  );
}
