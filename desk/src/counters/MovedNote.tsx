// SPDX-License-Identifier: Apache-2.0
import { moveLine } from '@lilong/contracts/counters-hall';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';

export interface Moved extends ReplyOf<typeof moveLine> {
  /** Name of the class or window. */
  readonly to: string;
  /** The class they wait for now; undefined when they wait for one window. */
  readonly from: string | undefined;
  /** The class they waited for. */
  readonly service: string;
}
interface MovedNoteProps {
  readonly moved: Moved;
  readonly centre: number;
  readonly onUndone: () => void;
}

/** Who was moved where, who was not, and the way back. */
export function MovedNote({ moved, centre, onUndone }: MovedNoteProps): ReactNode {
  const t = useT();
  const back = useWrite(moveLine, { refreshes: ['counters'] });
  const { to, left } = moved;
  const tickets = moved.moved;
  async function undo(): Promise<void> {
    for (const where of backOf(moved))
      if ((await back.send({ centre, ...where })) === undefined) return;
    onUndone();
  }
  return (
    <div className="note note-done hall-moved" role="status">
      <Icon name="check" size={20} />
      <div>
        <p>{t('shift.done', { count: tickets.length, to })}</p>
        {left.length > 0 && (
          <p>
            {t('shift.left', { numbers: left.map(({ number }) => number).join(t('list.join')) })}
          </p>
        )}
        <Refused problem={back.refusal} />
      </div>
      {tickets.length > 0 && (
        <Button
          icon={<Icon name="undo" size={18} />}
          loading={back.pending}
          onClick={() => void undo()}
        >
          {t('shift.undo')}
        </Button>
      )}
    </div>
  );
}

/** The way back, for those of each window by itself: who had been handed over before is so again. */
function backOf({ moved, before, from, service }: Moved): Back[] {
  const windowOf = new Map(before.map(({ ticket, window }) => [ticket, window]));
  return [...Map.groupBy(moved, (ticket) => windowOf.get(ticket))].map(([window, tickets]) => ({
    tickets,
    ...(from === undefined ? { toWindow: window ?? null } : { from, service }),
    ...(window === undefined ? {} : { toWindow: window }),
  }));
}
type Back = Omit<InputOf<typeof moveLine>, 'centre'>;
