// SPDX-License-Identifier: Apache-2.0
import type { PersonCard } from '@lilong/contracts/registry';
import { endGuardian } from '@lilong/contracts/registry-guardians';
import type { HeldGuardian } from '@lilong/contracts/registry-kin';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { useCode, useDay } from './said.ts';

/** Who is proven to be a parent or guardian. Most people have none: nothing is said then. */
export function Guardians({ card }: { readonly card: PersonCard }): ReactNode {
  const t = useT();
  if (card.guardians.length === 0) return null;
  return (
    <section className="part">
      <h3>{t('person.guardians')}</h3>
      <ul className="reg-labels">
        {card.guardians.map((one) => (
          <One key={one.guardian} one={one} card={card} />
        ))}
      </ul>
    </section>
  );
}

interface OneProps {
  readonly one: HeldGuardian;
  readonly card: PersonCard;
}

/** Ending it is asked once more, for it takes away at once what somebody may read. */
function One({ one, card }: OneProps): ReactNode {
  const t = useT();
  const say = useDay();
  const code = useCode();
  const [asking, setAsking] = useState(false);
  const end = useWrite(endGuardian, { refreshes: ['registry'] });
  const { guardian, name, relation, proof, since, until } = one;
  const facts = { proof: code('proof', proof), since: say(since), until: say(until) };
  const mayEnd = card.can.change && card.asOf === null;
  return (
    <li className="reg-label">
      <b>{t('guardian.who', { name, relation: t(`guardian.is.${relation}`) })}</b>
      <small>{t('guardian.facts', facts)}</small>
      {mayEnd && !asking && (
        <div className="bar-buttons">
          <Button aria-label={t('guardian.end-of', { name })} onClick={() => setAsking(true)}>
            {t('guardian.end')}
          </Button>
        </div>
      )}
      {asking && (
        <fieldset className="bar-buttons" aria-label={t('guardian.end-of', { name })}>
          <p>{t('guardian.end-why', { name })}</p>
          <Button
            danger
            disabled={end.pending}
            onClick={() => void end.send({ person: card.person, guardian })}
          >
            {t('guardian.end')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('guardian.keep')}</Button>
        </fieldset>
      )}
      <Refused problem={end.refusal} />
    </li>
  );
}
