// SPDX-License-Identifier: Apache-2.0
import type { Companion } from '@lilong/contracts/registry';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { LabelMarks, StandingTag, useSayPerson, useSayRelation } from './said.tsx';

interface CompanionsProps {
  readonly title: string;
  readonly people: readonly Companion[];
  readonly children?: ReactNode;
}

/** People who have to do with each other; each is one tap from the own card. */
export function Companions({ title, people, children }: CompanionsProps): ReactNode {
  if (people.length === 0 && children === undefined) return null;
  return (
    <section className="sheet-card">
      <h2>{title}</h2>
      <ul className="found">
        {people.map((one) => (
          <CompanionRow key={one.person} one={one} />
        ))}
      </ul>
      {children}
    </section>
  );
}

function CompanionRow({ one }: { readonly one: Companion }): ReactNode {
  const t = useT();
  const say = useSayPerson();
  const sayRelation = useSayRelation();
  const as = [
    sayRelation(one.relation),
    one.staysAs === null || one.staysAs === 'family' ? '' : t(`stays.${one.staysAs}`),
    one.role === 'lives' ? '' : t(`presence.${one.role}`),
  ].filter((part) => part !== '');
  return (
    <li>
      <Link to="/people/$person" params={{ person: String(one.person) }} className="found-row">
        <span className="found-main">
          <span>
            <b>{one.name}</b> {say(one)}
          </span>
          <small>{as.join(' · ')}</small>
        </span>
        <span className="found-tags">
          {one.standing !== 'together' && <StandingTag standing={one.standing} />}
          <LabelMarks labels={one.labels} />
        </span>
      </Link>
    </li>
  );
}
