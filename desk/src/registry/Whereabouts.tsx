// SPDX-License-Identifier: Apache-2.0
import type { PersonCard, PresenceLine } from '@lilong/contracts/registry';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import { Companions } from './Companions.tsx';
import { useCode, useDay } from './said.ts';

interface CardProps {
  readonly card: PersonCard;
  /** Homes, households and the others in them are told, and not opened from here. */
  readonly closed?: true;
}

/** From whoever it is to the home and the household, one tap each. */
export function Leads({ card }: { readonly card: PersonCard }): ReactNode {
  const t = useT();
  const lives = card.presences.find(({ role }) => role === 'lives') ?? card.presences[0];
  const household = householdOf(card);
  const collects = useRole() === 'committee_worker' && card.diedOn === null && card.asOf === null;
  if (lives === undefined) return null;
  return (
    <nav className="reg-leads" aria-label={t('person.leads')}>
      {lives.home !== null && (
        <Link
          to="/homes/$home"
          params={{ home: lives.home }}
          search={(now) => now}
          className="reg-go"
        >
          <Icon name="home" size={18} />
          <span lang="zh-CN">{lives.door ?? lives.placeName}</span>
        </Link>
      )}
      {household !== undefined && (
        <Link
          to="/households/$household"
          params={{ household }}
          search={(now) => now}
          className="reg-go"
        >
          <Icon name="people" size={18} />
          {t('person.household', { count: card.companions.length + 1 })}
        </Link>
      )}
      {collects && (
        <Link
          to="/doorstep/for/$person"
          params={{ person: String(card.person) }}
          className="reg-go"
        >
          <Icon name="document" size={18} />
          {t('act.collect')}
        </Link>
      )}
    </nav>
  );
}

const householdOf = ({ presences }: PersonCard): string | undefined =>
  presences.find(({ household }) => household !== null)?.household ?? undefined;

/** Where they live, are registered, work, what they own: each leads to its home. */
export function Whereabouts({ card, closed }: CardProps): ReactNode {
  const t = useT();
  return (
    <section className="part">
      <h3>{t('person.presences')}</h3>
      {card.presences.length === 0 && <p className="reg-none-yet">{t('person.presences-none')}</p>}
      <ul className="reg-people">
        {card.presences.map((line) => (
          <li key={`${line.role} ${line.home} ${line.from}`}>
            <Presence line={closed === true ? { ...line, home: null } : line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Presence({ line }: { readonly line: PresenceLine }): ReactNode {
  const t = useT();
  const code = useCode();
  const say = useDay();
  const parts = [
    ...(line.staysAs === null ? [] : [code('stays', line.staysAs)]),
    ...(line.relation === null ? [] : [code('relation', line.relation)]),
    t('person.since', { day: say(line.from) }),
    ...(line.to === null ? [] : [t('person.until', { day: say(line.to) })]),
  ];
  const said = (
    <>
      <span className="reg-who">
        {code('role', line.role)} <b lang="zh-CN">{line.door ?? line.placeName}</b>
      </span>
      <span className="reg-as">{parts.join(t('list.join'))}</span>
    </>
  );
  if (line.home === null) return <span className="reg-person">{said}</span>;
  return (
    <Link
      to="/homes/$home"
      params={{ home: line.home }}
      search={(now) => now}
      className="reg-person"
    >
      {said}
      <Icon name="next" size={18} />
    </Link>
  );
}

/** Who keeps house with them. */
export function Keeps({ card, closed }: CardProps): ReactNode {
  const t = useT();
  if (householdOf(card) === undefined) return null;
  return (
    <section className="part">
      <h3>{t('person.companions')}</h3>
      {card.companions.length === 0 ? (
        <p className="reg-none-yet">{t('person.companions-none')}</p>
      ) : (
        <Companions people={card.companions} {...(closed === true ? { closed } : {})} />
      )}
    </section>
  );
}
