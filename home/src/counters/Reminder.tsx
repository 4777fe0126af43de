// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type HeldTicket, myTickets } from '@lilong/contracts/counters';
import { myReminders, remindMe } from '@lilong/contracts/reminders';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useWho } from '../session/me.ts';
import { useT } from '../words/use.ts';
import { askForNotices, notice, noticesNow } from './notify.ts';
import {
  chosenReminder,
  firstTime,
  isTime,
  keepReminder,
  type RemindChoice,
  remindChoices,
  timeOf,
} from './remind-at.ts';

/** Whoever waits may leave: this phone says when it is time, and what it can do for that. */
export function Reminder({ ticket }: { ticket: HeldTicket }): ReactNode {
  const t = useT();
  const [choice, setChoice] = useState(chosenReminder);
  const message = useMessage(ticket.ticket);
  const due = isTime(ticket, timeOf(choice));
  useNotice(ticket, due);
  function choose(to: RemindChoice): void {
    keepReminder(to);
    setChoice(to);
    if (message?.on === true) message.set(to);
  }
  return (
    <section className="remind" aria-label={t('remind.title')}>
      <p className="remind-due" role="status">
        {due && t('remind.now')}
      </p>
      <fieldset className="choices">
        <legend>{t('remind.title')}</legend>
        {remindChoices.map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name={`remind-${ticket.ticket}`}
              checked={choice === one}
              onChange={() => choose(one)}
            />
            <span>{t(`remind.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {choice !== 'none' && <OnThisPhone />}
      {choice !== 'none' && message !== undefined && (
        <ByMessage message={message} choice={choice} />
      )}
    </section>
  );
}

/** Once, when it is time, and again when the number is called. */
function useNotice(ticket: HeldTicket, due: boolean): void {
  const t = useT();
  const tell = useEffectEvent(() => {
    if (!firstTime(ticket.ticket)) return;
    const { ahead } = ticket;
    const place = ahead === 0 ? t('ticket.nobody-ahead') : t('ticket.ahead', { count: ahead ?? 0 });
    void notice(ticket.ticket, `${ticket.number} ${place}`, t('remind.now'));
  });
  useEffect(() => {
    if (due) tell();
  }, [due]);
}

function OnThisPhone(): ReactNode {
  const t = useT();
  const [notices, setNotices] = useState(noticesNow);
  return (
    <>
      {notices === 'ask' && (
        <button
          type="button"
          className="button wide"
          onClick={() => void askForNotices().then(setNotices)}
        >
          <Icon name="sound" size="1.2em" />
          {t('remind.allow')}
        </button>
      )}
      <p className="hint">{t(`remind.how-${notices}`)}</p>
    </>
  );
}

interface Message {
  readonly on: boolean;
  readonly set: (choice: RemindChoice) => void;
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
}
/** Undefined where none can be sent: no account, not its ticket, no telephone, or no gateway. */
function useMessage(ticket: string): Message | undefined {
  const enabled = useWho().state === 'resident';
  const mine = useRead(myTickets, {}, { enabled }).data?.tickets;
  const { data } = useRead(myReminders, {}, { enabled });
  const [wanted, setWanted] = useState(false);
  const { send, pending, refusal } = useWrite(remindMe, { refreshes: ['my/reminders'] });
  if (data?.possible !== true || mine?.some((one) => one.ticket === ticket) !== true)
    return undefined;
  function set(choice: RemindChoice): void {
    setWanted(choice !== 'none');
    void send({ ticket, at: timeOf(choice) ?? null });
  }
  const kept = data.reminders.some((one) => one.ticket === ticket);
  const on = pending ? wanted : kept; // a tap shows at once
  return { on, set, pending, refusal };
}

interface ByMessageProps {
  readonly message: Message;
  readonly choice: RemindChoice;
}
/** What still comes when the page is closed: one message, to the telephone of the account. */
function ByMessage({ message, choice }: ByMessageProps): ReactNode {
  const t = useT();
  return (
    <>
      <label className="matter">
        <input
          type="checkbox"
          checked={message.on}
          disabled={message.pending}
          onChange={({ target }) => message.set(target.checked ? choice : 'none')}
        />
        <span>
          <b>{t('remind.message')}</b>
          <small>{t('remind.message-what')}</small>
        </span>
      </label>
      <Refused refusal={message.refusal} />
    </>
  );
}
