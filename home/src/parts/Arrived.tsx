// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useSettings } from '../session/settings.ts';
import { sayAloud, voiceOf } from '../shell/voice.ts';

interface ArrivedProps {
  readonly title: string;
  /** It has not arrived yet, and will. */
  readonly waits?: true;
  readonly children: ReactNode;
}

/** What was sent is there: its heading, then what is promised, then what is known of it. */
export function Arrived({ title, waits, children }: ArrivedProps): ReactNode {
  const heading = useSaidFirst();
  return (
    <section className="page narrow sent">
      <i className={waits === true ? 'arch soon' : 'arch done'}>
        <Icon name={waits === true ? 'waiting' : 'check'} size={34} />
      </i>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </section>
  );
}

/** What replaced the form is said once, when it comes; in 长辈版 aloud, where the phone has a voice. */
function useSaidFirst(): RefObject<HTMLHeadingElement | null> {
  const { elder, language } = useSettings();
  const heading = useRef<HTMLHeadingElement>(null);
  const isSaid = useRef(false);
  useEffect(() => {
    const shown = heading.current;
    if (shown === null || isSaid.current) return;
    isSaid.current = true;
    shown.focus({ preventScroll: true });
    scrollTo(0, 0);
    const voice = elder ? voiceOf(language) : undefined;
    const promise = shown.nextElementSibling?.textContent ?? '';
    if (voice !== undefined) sayAloud(`${shown.textContent}。${promise}`, voice);
  }, [elder, language]);
  return heading;
}
