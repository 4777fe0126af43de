// SPDX-License-Identifier: Apache-2.0
import type { Companion } from '@lilong/contracts/registry';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { Marks } from './Marks.tsx';
import { useCode } from './said.ts';
import { Who } from './Who.tsx';

interface CompanionsProps {
  readonly people: readonly Companion[];
  /** Named only. */
  readonly closed?: true;
}

/** People of a household or a home, each one tap away. */
export function Companions({ people, closed }: CompanionsProps): ReactNode {
  if (closed === true) return <Named people={people} />;
  return (
    <ul className="reg-people">
      {people.map((one) => (
        <li key={one.person}>
          <Link
            to="/people/$person"
            params={{ person: String(one.person) }}
            search={(now) => now}
            className="reg-person"
          >
            <Who of={one} />
            <As of={one} />
            <Icon name="next" size={18} />
            <Marks labels={one.labels} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Named({ people }: { readonly people: readonly Companion[] }): ReactNode {
  return (
    <ul className="reg-people">
      {people.map((one) => (
        <li key={one.person} className="reg-person">
          <Who of={one} />
          <As of={one} />
        </li>
      ))}
    </ul>
  );
}

const comesFromAfar = ({ standing }: Companion): boolean =>
  standing === 'from_outside' || standing === 'from_abroad';

/** As what they are here: the role of whoever does not live here, relation to the head, how they stay. */
function As({ of: one }: { readonly of: Companion }): ReactNode {
  const t = useT();
  const code = useCode();
  const parts = [
    one.role === 'lives' ? undefined : code('role', one.role),
    one.relation === null ? undefined : code('relation', one.relation),
    one.staysAs === null ? undefined : code('stays', one.staysAs),
    comesFromAfar(one) ? code('standing', one.standing) : undefined,
  ].filter((part) => part !== undefined);
  return <span className="reg-as">{parts.join(t('list.join'))}</span>;
}
