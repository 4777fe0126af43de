// SPDX-License-Identifier: Apache-2.0
import type { CaseMove } from '@lilong/contracts/case-flow';
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { mergeCases, moveMany } from '@lilong/contracts/case-work';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { useWrite, type Write } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { BulkForm } from './BulkForm.tsx';
import type { Inbox } from './useInbox.ts';

/** Moves that make sense for several cases with one answer. */
const bulkMoves = [
  'register',
  'raise',
  'dispatch',
  'accept',
  'pass',
  'decline',
] as const satisfies readonly CaseMove[];
type BulkMove = (typeof bulkMoves)[number];
const withForm: readonly CaseMove[] = ['register', 'decline'];

type Facts = Omit<InputOf<typeof moveMany>, 'cases' | 'move'>;

interface Bulk {
  readonly picked: readonly CaseLine[];
  /** The move whose form is open. */
  readonly asking: BulkMove | undefined;
  readonly move: Write<typeof moveMany>;
  readonly merge: Write<typeof mergeCases>;
  readonly ask: (name: BulkMove | undefined) => void;
  readonly send: (name: BulkMove, facts?: Facts) => Promise<void>;
  readonly join: () => Promise<void>;
}

function useBulk(inbox: Inbox): Bulk {
  const [asking, setAsking] = useState<BulkMove>();
  const move = useWrite(moveMany, { refreshes: ['cases'] });
  const merge = useWrite(mergeCases, { refreshes: ['cases'] });
  const picked = inbox.list.lines.filter(({ ref }) => inbox.picked.has(ref));

  async function send(name: BulkMove, facts: Facts = {}): Promise<void> {
    const able = picked.filter(({ can }) => can[name] === true);
    const cases = able.map(({ ref, version }) => ({ ref, version }));
    const reply = await move.send({
      cases,
      move: name,
      ...(name === 'dispatch' ? { proposed: true } : {}),
      ...facts,
    });
    if (reply === undefined) return;
    setAsking(undefined);
    if (reply.refused.length === 0) inbox.unpick();
  }
  async function join(): Promise<void> {
    const [into, ...others] = picked.map(({ ref }) => ref);
    if (into !== undefined && (await merge.send({ ref: into, others })) !== undefined)
      inbox.unpick();
  }
  return { picked, asking, move, merge, ask: setAsking, send, join };
}

/** Several at once. Each succeeds or is refused by itself, and the refused ones say why. */
export function BulkBar({ inbox }: { readonly inbox: Inbox }): ReactNode {
  const t = useT();
  const bulk = useBulk(inbox);
  const { picked, asking, move, merge } = bulk;
  return (
    <div className="bulk">
      <p className="bulk-head">
        <b>{t('bulk.picked', { count: inbox.picked.size })}</b>
        <Button size="small" onClick={inbox.unpick}>
          {t('bulk.clear')}
        </Button>
      </p>
      <BulkButtons bulk={bulk} />
      <Refused problem={merge.refusal ?? (asking === undefined ? move.refusal : undefined)} />
      {asking !== undefined && (
        <BulkForm
          move={asking}
          count={countAble(picked, asking)}
          pending={move.pending}
          problem={move.refusal}
          onSend={(facts) => void bulk.send(asking, facts)}
          onCancel={() => bulk.ask(undefined)}
        />
      )}
      {move.reply !== undefined && <Outcome reply={move.reply} />}
    </div>
  );
}

function BulkButtons({ bulk }: { readonly bulk: Bulk }): ReactNode {
  const t = useT();
  const { picked, move, merge, ask, send, join } = bulk;
  return (
    <div className="bar-buttons">
      {bulkMoves
        .filter((name) => countAble(picked, name) > 0)
        .map((name) => (
          <Button
            key={name}
            size="small"
            disabled={move.pending}
            onClick={() => (withForm.includes(name) ? ask(name) : void send(name))}
          >
            {t(name === 'dispatch' ? 'bulk.dispatch' : `move.${name}`)} {countAble(picked, name)}
          </Button>
        ))}
      {picked.length > 1 && countAble(picked, 'merge') > 0 && (
        <Button size="small" disabled={merge.pending} onClick={() => void join()}>
          {t('act.merge')}
        </Button>
      )}
    </div>
  );
}

const countAble = (lines: readonly CaseLine[], name: string): number =>
  lines.filter(({ can }) => can[name] === true).length;

function Outcome({ reply }: { readonly reply: ReplyOf<typeof moveMany> }): ReactNode {
  const t = useT();
  return (
    <div className="bulk-outcome" role="status">
      <p>{t('bulk.done', { count: reply.done.length })}</p>
      <ul>
        {reply.refused.map(({ ref, detail }) => (
          <li key={ref}>{detail}</li>
        ))}
      </ul>
    </div>
  );
}
