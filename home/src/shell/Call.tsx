// SPDX-License-Identifier: Apache-2.0
import { about, nationalHotline } from '@lilong/contracts/office';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { committeeOf, type Known, type Who } from '../session/me.ts';
import { useT } from '../words/use.ts';

/** A person to talk to: one's own committee, else the city's hotline. */
export interface Call {
  readonly phone: string;
  readonly name?: string;
}

export function useCall(committee: Known['committee']): Call | undefined {
  const city = useRead(
    about,
    {},
    { staleTime: Number.POSITIVE_INFINITY, enabled: committee?.phone == null },
  );
  if (committee?.phone != null) return { phone: committee.phone, name: committee.name };
  if (city.data !== undefined) return { phone: city.data.hotline };
  return city.error === null ? undefined : { phone: nationalHotline };
}

interface CallLinkProps {
  readonly call: Call;
  readonly className: string;
}

export function CallLink({ call, className }: CallLinkProps): ReactNode {
  const t = useT();
  return (
    <a className={className} href={`tel:${call.phone}`}>
      <Icon name="phone" size="1.25em" />
      <span>{t(call.name === undefined ? 'call.short-hotline' : 'call.short')}</span>
      <span className="silent">{t('call.whom', { name: call.name ?? '', phone: call.phone })}</span>
    </a>
  );
}

/** In 长辈版 a human is one tap away at the foot of every page. */
export function CallBar({ who }: { who: Who }): ReactNode {
  const t = useT();
  const call = useCall(committeeOf(who));
  if (call === undefined) return null;
  return (
    <nav className="call-bar" aria-label={t('call.label')}>
      <a className="button call" href={`tel:${call.phone}`}>
        <Icon name="phone" size="1.3em" />
        {call.name === undefined ? t('call.hotline', { phone: call.phone }) : t('call.committee')}
      </a>
    </nav>
  );
}
