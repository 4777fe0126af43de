// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Input } from 'antd';
import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { blames, Field } from '../parts/Field.tsx';
import { useRole } from '../shell/session.ts';
import { type Key, useT } from '../words.ts';
import { channelsFor, type Entry, isFromOutside } from './entry.ts';

interface CallerProps {
  readonly entry: Entry;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Entry>) => void;
}

/** Who said it. A caller needs no account; name and phone are asked so that somebody can answer. */
export function Caller(said: CallerProps): ReactNode {
  const { entry, onChange } = said;
  const t = useT();
  const id = useId();
  const who = useInSight(entry.channel);
  return (
    <>
      <fieldset className="segments">
        <legend className="field-label">{t('enter.channel')}</legend>
        {channelsFor(useRole()).map((channel) => (
          <label key={channel} className="segment">
            <input
              type="radio"
              name={id}
              checked={channel === entry.channel}
              onChange={() => onChange({ channel })}
            />
            <span>{t(`enter.channel.${channel}`)}</span>
          </label>
        ))}
      </fieldset>
      {entry.channel === 'hotline_12345' && (
        <div className="enter-two">
          <Line {...said} name="outsideNo" words="enter.outside-no" />
          <Line {...said} name="outsideSub" words="enter.outside-sub" />
        </div>
      )}
      {isFromOutside(entry.channel) && (
        <div className="enter-two enter-who" ref={who}>
          <Line {...said} name="contactName" words="enter.contact-name" />
          <Line {...said} name="contactPhone" words="enter.contact-phone" />
        </div>
      )}
    </>
  );
}

/** Whoever says that somebody called is shown at once where to write who it was. */
function useInSight(channel: Entry['channel']): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(channel);
  useEffect(() => {
    if (before.current !== channel) box.current?.scrollIntoView({ block: 'nearest' });
    before.current = channel;
  }, [channel]);
  return box;
}

interface LineProps extends CallerProps {
  readonly name: 'outsideNo' | 'outsideSub' | 'contactName' | 'contactPhone';
  readonly words: Key;
}

function Line({ name, words, entry, problem, onChange }: LineProps): ReactNode {
  const t = useT();
  return (
    <Field label={t(words)} need="may" problem={blames(problem, name)}>
      {(control) => (
        <Input
          {...control}
          {...(name === 'contactPhone' ? { type: 'tel' } : {})}
          autoComplete="off"
          maxLength={40}
          value={entry[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
    </Field>
  );
}
