// SPDX-License-Identifier: Apache-2.0
import { searchAudit } from '@lilong/contracts/audit';
import { type AuditKind, auditKinds } from '@lilong/contracts/audit-acts';
import type { AuditPattern } from '@lilong/contracts/audit-patterns';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { type Say, useMoment } from '@lilong/ui/words.tsx';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { endOfDay, startOfDay } from '../parts/days.ts';
import { Empty } from '../parts/Empty.tsx';
import { Field } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { PickField } from '../parts/TextField.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { type Key, useT } from '../words.ts';
import { actKeys } from './acts.ts';
import { Chain } from './Chain.tsx';
import { Patterns } from './Patterns.tsx';
import { Subject } from './Subject.tsx';
import './audit.css';
import { TableBox } from '../parts/TableBox.tsx';

type Line = ReplyOf<typeof searchAudit>['lines'][number];

interface Wanted {
  readonly q: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly kind: AuditKind | undefined;
}
const nothing: Wanted = { q: '', subject: '', from: '', to: '', kind: undefined };

/** Who read and did what. */
export function AuditPage(): ReactNode {
  const t = useT();
  const [wanted, setWanted] = useState(nothing);
  const [befores, setBefores] = useState<readonly number[]>([]);
  const before = befores.at(-1);
  const read = useRead(searchAudit, {
    ...inputOf(wanted),
    ...(before === undefined ? {} : { before }),
  });
  const next = read.data?.next ?? null;
  const records = useRef<HTMLDivElement>(null);
  const find = (found: Wanted) => {
    setBefores([]);
    setWanted(found);
  };
  return (
    <div className="page audit">
      <header>
        <h1>{t('audit.title')}</h1>
        <p className="page-lead">{t('audit.lead')}</p>
        <p>
          <Link to="/delays">{t('delays.title')}</Link>
        </p>
      </header>
      <Chain />
      <Patterns
        onLook={(pattern) => {
          find(linesOf(pattern));
          records.current?.scrollIntoView(); // on a phone they stand out of sight
          records.current?.focus({ preventScroll: true });
        }}
      />
      <div ref={records} tabIndex={-1} className="audit-records" />
      <Filters key={JSON.stringify(wanted)} wanted={wanted} onFind={find} />
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting />}
      {read.data?.lines.length === 0 && <Empty icon="shield" title={t('audit.none')} />}
      {read.data !== undefined && read.data.lines.length > 0 && <Lines lines={read.data.lines} />}
      <p className="bar-buttons">
        {befores.length > 0 && (
          <Button onClick={() => setBefores(befores.slice(0, -1))}>{t('audit.newer')}</Button>
        )}
        {next !== null && (
          <Button onClick={() => setBefores([...befores, next])}>{t('audit.older')}</Button>
        )}
      </p>
    </div>
  );
}

function inputOf({ q, subject, from, to, kind }: Wanted) {
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(q === '' ? {} : { q }),
    ...(subject === '' ? {} : { subject }),
    ...(from === '' ? {} : { from: startOfDay(from) }),
    ...(to === '' ? {} : { to: endOfDay(to) }),
  };
}

/** The lines that a pattern was found in. */
const linesOf = ({ actorName, subject, from, to }: AuditPattern): Wanted => ({
  ...{ q: actorName ?? '', subject: subject ?? '', from, to, kind: 'read' },
});

interface FiltersProps {
  readonly wanted: Wanted;
  readonly onFind: (wanted: Wanted) => void;
}

function Filters({ wanted, onFind }: FiltersProps): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState(wanted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onFind(typed);
  };
  return (
    <search>
      <form className="audit-filters" onSubmit={submit}>
        {(['q', 'subject', 'from', 'to'] as const).map((name) => (
          <Field key={name} label={t(`audit.filter.${name}`)}>
            {({ id }) => (
              <Input
                id={id}
                type={name === 'from' || name === 'to' ? 'date' : 'search'}
                maxLength={80}
                value={typed[name]}
                onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
              />
            )}
          </Field>
        ))}
        <PickField
          label={t('audit.filter.kind')}
          value={typed.kind ?? 'all'}
          options={(['all', ...auditKinds] as const).map((value) => ({
            value,
            label: t(`audit.kind.${value}`),
          }))}
          onChange={(kind) => setTyped({ ...typed, kind: kind === 'all' ? undefined : kind })}
        />
        <Button type="primary" htmlType="submit">
          {t('audit.find')}
        </Button>
      </form>
    </search>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  const t = useT();
  return (
    <TableBox label={t('audit.title')}>
      <table className="table">
        <thead>
          <tr>
            {(['at', 'who', 'act', 'subject', 'outcome', 'purpose', 'sealed'] as const).map(
              (name) => (
                <th key={name} scope="col">
                  {t(`audit.column.${name}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <AuditRow key={line.no} line={line} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function AuditRow({ line }: { readonly line: Line }): ReactNode {
  const t = useT();
  const say = useMoment();
  const known = useKnown();
  return (
    <tr>
      <td className="day">
        <time dateTime={line.at}>{say(line.at)}</time>
      </td>
      <td>
        {line.actorName ?? sayWho(line, t)}
        {line.actorName !== null && (
          <small>
            {line.role !== null && known(line.role, `role.${line.role}`)} {line.organisationName}
          </small>
        )}
      </td>
      <td>{sayAct(line.act, known, t)}</td>
      <td className="audit-subject">
        <Subject subject={line.subject} />
      </td>
      <td>{known(t('audit.refused', { code: line.outcome }), `audit.outcome.${line.outcome}`)}</td>
      <td>{line.purposeName ?? sayPurpose(line, known)}</td>
      <td>{t(line.sealed ? 'audit.sealed' : 'audit.unsealed')}</td>
    </tr>
  );
}

const isRequest = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
/** Residents have no name here; what no request did, the program did by itself, or somebody at its machine. */
function sayWho({ role, requestId }: Line, t: Say<Key>): string {
  if (role === 'resident') return t('role.resident');
  if (requestId.startsWith('lilong ')) return t('audit.operator');
  return t(isRequest.test(requestId) ? 'audit.nobody' : 'audit.program');
}

const sayPurpose = ({ purpose }: Line, known: Known): string =>
  purpose === null ? '—' : known(purpose, `purpose.${purpose}`);

type Known = (otherwise: string, ...keys: readonly string[]) => string;

/** The words of the first key that has some. */
function useKnown(): Known {
  const t = useT();
  return (otherwise, ...keys) => {
    const said = keys.map((key) => [key, t(key as Key)] as const); // a key without words comes back as it went
    return said.find(([key, words]) => key !== words)?.[1] ?? otherwise;
  };
}

/** `GET /api/…` is what a refused attempt wanted. */
function sayAct(act: string, known: Known, t: Say<Key>): string {
  return act.includes(' /')
    ? t('audit.refused-route', { route: act })
    : known(act, ...actKeys(act));
}
