// SPDX-License-Identifier: Apache-2.0
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDay } from '../registry/said.ts';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';

interface InOfficeProps {
  /** In an institution with a position, or of a 楼组 without. */
  readonly of: {
    readonly person: number | null;
    readonly name: string;
    readonly position?: string;
    readonly from: string;
    readonly to: string | null;
  };
}

/** Who, as what and since when; somebody of the registry is one tap from their card, for whoever may open it. */
export function InOffice({ of: { person, name, position, from, to } }: InOfficeProps): ReactNode {
  const t = useT();
  const say = useDay();
  const { role } = useHolder().post;
  const called = <b lang="zh-CN">{name}</b>;
  return (
    <p className="inst-office">
      {person !== null && role === 'committee_worker' ? (
        <Link to="/people/$person" params={{ person: String(person) }} className="reg-go">
          {called}
        </Link>
      ) : (
        called
      )}
      {position !== undefined && <span lang="zh-CN">{position}</span>}
      <small>
        {to === null
          ? t('office.since', { day: say(from) })
          : t('office.span', { from: say(from), to: say(to) })}
      </small>
    </p>
  );
}
