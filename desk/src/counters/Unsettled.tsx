// SPDX-License-Identifier: Apache-2.0
import { previewPlan, type Settle, settleWays } from '@lilong/contracts/counters-hall';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { dayOf } from '@lilong/ui/moment.ts';
import { dateName } from '@lilong/ui/weekday.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useT } from '../words.ts';
import { codeShown } from './BookedList.tsx';
import { timeOf, useServiceName } from './said.ts';
import './unsettled.css';

export type PlanDraft = Omit<InputOf<typeof previewPlan>, 'centre'>;
export type Preview = ReplyOf<typeof previewPlan>;
type One = Preview['bookings'][number];
type Way = Settle['all'];

/** What is done unless something else is chosen: whoever booked is told, and chooses. */
export const tellAll: Settle = { all: 'tell', but: [] };

const pauseMs = 300;
/** Whom a plan would unsettle, once nobody has changed it for a moment; nothing while there is none, or while it cannot be. */
function useUnsettled(centre: number, draft: PlanDraft | undefined): Preview | undefined {
  const typed = draft === undefined ? undefined : JSON.stringify(draft);
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const isAsked = typed !== undefined && settled === typed;
  const { data } = useRead(previewPlan, { centre, ...draft }, { enabled: isAsked });
  return isAsked ? data : undefined;
}

interface Settling {
  readonly preview: Preview | undefined;
  /** What was chosen for this draft. */
  readonly settle: Settle;
  /** To stand before the button that saves it. */
  readonly note: ReactNode;
}
/** Whom a draft would unsettle, and what becomes of them. */
export function useSettling(centre: number, draft: PlanDraft | undefined): Settling {
  const preview = useUnsettled(centre, draft);
  const of = JSON.stringify(draft);
  const [chosen, setChosen] = useState({ of, settle: tellAll });
  const settle = chosen.of === of ? chosen.settle : tellAll;
  const choose = (next: Settle) => setChosen({ of, settle: next });
  const note = preview && <Unsettled {...{ preview, settle }} onSettle={choose} />;
  return { preview, settle, note };
}

interface UnsettledProps {
  readonly preview: Preview;
  readonly settle: Settle;
  readonly onSettle: (settle: Settle) => void;
}
/** Which bookings would have no room and what becomes of each, and who in line would not get through. */
export function Unsettled({ preview, settle, onSettle }: UnsettledProps): ReactNode {
  const t = useT();
  const { bookings, waiting, late } = preview;
  const isWait = bookings.length > 0 || late > 0;
  return (
    <div className={isWait ? 'note note-wait unsettled' : 'note note-done'}>
      <Icon name={isWait ? 'clock' : 'check'} size={20} />
      <div>
        <div role="status">
          {bookings.length === 0 && <p>{t('unsettled.none')}</p>}
          {bookings.length > 0 && <Sum bookings={bookings} />}
          {waiting > 0 && <p>{t('unsettled.waiting', { count: waiting, late })}</p>}
        </div>
        {bookings.length > 0 && (
          <>
            <All {...{ preview, settle, onSettle }} />
            <Each {...{ preview, settle, onSettle }} />
          </>
        )}
      </div>
    </div>
  );
}

function Sum({ bookings }: { readonly bookings: readonly One[] }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const days = [...Map.groupBy(bookings, ({ day }) => day)].map(([day, { length: count }]) =>
    t('unsettled.day', { day: dateName(language, day), count }),
  );
  const untold = bookings.filter(({ told }) => !told).length;
  return (
    <>
      <p>
        <b>{t('unsettled.bookings', { count: bookings.length })}</b> {days.join(t('list.join'))}
      </p>
      <p>{t('unsettled.untold', { count: untold })}</p>
    </>
  );
}

/** What can be done with a booking. */
const waysOf = ({ moveTo, canKeep }: One): Way[] =>
  settleWays.filter((way) => way === 'tell' || (way === 'move' ? moveTo !== null : canKeep));

/** One choice for all of them; who cannot have it is told. */
function All({ preview: { bookings }, settle, onSettle }: UnsettledProps): ReactNode {
  const t = useT();
  const name = useId();
  const count = (way: Way) => bookings.filter((one) => waysOf(one).includes(way)).length;
  const ways = settleWays.filter((way) => count(way) > 0);
  if (ways.length < 2) return <p>{t('unsettled.only-tell')}</p>;
  return (
    <fieldset className="unsettled-all">
      <legend>{t('unsettled.how')}</legend>
      {ways.map((way) => (
        <label key={way}>
          <input
            type="radio"
            name={name}
            checked={settle.all === way}
            onChange={() => onSettle({ all: way, but: [] })}
          />
          <span>
            {t(`unsettled.${way}`)}
            {count(way) < bookings.length && (
              <small>{t('unsettled.some', { count: count(way) })}</small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const most = 200;
function Each({ preview: { bookings }, settle, onSettle }: UnsettledProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const language = useLanguage();
  return (
    <details className="unsettled-each">
      <summary>{t('unsettled.each', { count: bookings.length })}</summary>
      <ul>
        {bookings.slice(0, most).map((one) => (
          <li key={one.booking}>
            <b>
              {dateName(language, one.day)} {timeOf(one.at)}
            </b>
            <span>{one.matters.map(name).join(t('list.join'))}</span>
            <span className="unsettled-code">{codeShown(one.code)}</span>
            <Choice one={one} settle={settle} onSettle={onSettle} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ChoiceProps extends Pick<UnsettledProps, 'settle' | 'onSettle'> {
  readonly one: One;
}
function Choice({ one, settle, onSettle }: ChoiceProps): ReactNode {
  const t = useT();
  const words = useWay();
  const { booking, code } = one;
  const ways = waysOf(one);
  const chosen = settle.but.find((other) => other.booking === booking)?.how ?? settle.all;
  const others = settle.but.filter((other) => other.booking !== booking);
  if (ways.length === 1) return <span>{words(one, 'tell')}</span>;
  return (
    <select
      aria-label={t('unsettled.what', { code: codeShown(code) })}
      value={ways.includes(chosen) ? chosen : 'tell'}
      onChange={({ target }) =>
        onSettle({ ...settle, but: [...others, { booking, how: target.value as Way }] })
      }
    >
      {ways.map((way) => (
        <option key={way} value={way}>
          {words(one, way)}
        </option>
      ))}
    </select>
  );
}

/** What becomes of one, with its time. */
function useWay(): (one: One, way: Way) => string {
  const t = useT();
  const language = useLanguage();
  return ({ moveTo, told, day }, way) => {
    if (way === 'keep') return t('unsettled.keep-one');
    if (way === 'tell' || moveTo === null)
      return t(told ? 'unsettled.tell-one' : 'unsettled.listed');
    const to = dayOf(new Date(moveTo));
    const at = timeOf(moveTo);
    return t('unsettled.move-one', { at: to === day ? at : `${dateName(language, to)} ${at}` });
  };
}
