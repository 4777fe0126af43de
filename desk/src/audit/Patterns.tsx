// SPDX-License-Identifier: Apache-2.0
import { type AuditPattern, auditPatterns } from '@lilong/contracts/audit-patterns';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useDay } from '../registry/said.ts';
import { type Key, useT } from '../words.ts';
import { useSubject } from './Subject.tsx';

const shownAtFirst = 3;

/** What the rules would have an auditor look at, each with a way to its lines. */
export function Patterns({
  onLook,
}: {
  readonly onLook: (pattern: AuditPattern) => void;
}): ReactNode {
  const t = useT();
  const [all, setAll] = useState(false);
  const read = useRead(auditPatterns, {}, { staleTime: 60_000 });
  const found = read.data?.patterns ?? [];
  const shown = all ? found : found.slice(0, shownAtFirst);
  return (
    <section className="sheet-card patterns" aria-labelledby="patterns">
      <h2 id="patterns">{t('audit.patterns')}</h2>
      <p className="page-lead">{t('audit.patterns-lead', { days: read.data?.days ?? 30 })}</p>
      <Refused problem={read.error?.problem} />
      {read.data !== undefined && found.length === 0 && (
        <p className="note note-done">
          <Icon name="check" size={20} />
          {t('audit.patterns-none')}
        </p>
      )}
      {shown.length > 0 && (
        <ul>
          {shown.map((one) => (
            <Pattern key={keyOf(one)} pattern={one} onLook={onLook} />
          ))}
        </ul>
      )}
      {found.length > shown.length && (
        <Button onClick={() => setAll(true)}>
          {t('audit.patterns-all', { count: found.length })}
        </Button>
      )}
    </section>
  );
}

const keyOf = ({ kind, at, actorName, organisationName, subject }: AuditPattern): string =>
  [kind, at, actorName, organisationName, subject].join();

interface PatternProps {
  readonly pattern: AuditPattern;
  readonly onLook: (pattern: AuditPattern) => void;
}

function Pattern({ pattern, onLook }: PatternProps): ReactNode {
  const t = useT();
  const day = useDay();
  const { kind, from, to, actorName, role, organisationName, subject, over } = pattern;
  const about = useSubject()(subject);
  const says = t(`audit.pattern.${kind}`, { over, subject: about });
  return (
    <li>
      <div>
        <b>{says}</b>
        <small>
          {actorName !== null && (
            <>
              {actorName} · {role !== null && t(`role.${role}` as Key)} · {organisationName} ·{' '}
            </>
          )}
          {from === to ? day(from) : `${day(from)} – ${day(to)}`}
        </small>
      </div>
      <Button
        aria-label={t('audit.pattern-look-of', { who: actorName ?? about, day: from })}
        onClick={() => onLook(pattern)}
      >
        {t('audit.pattern-look')}
      </Button>
    </li>
  );
}
