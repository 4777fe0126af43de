// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import {
  addMatter,
  callNext,
  moveTicket,
  parkTicket,
  type plainTicketMoves,
  transferTicket,
} from '@lilong/contracts/counters';
import { useWrite } from '@lilong/ui/client.ts';
import { useState } from 'react';

type PlainMove = (typeof plainTicketMoves)[number];
export interface Target {
  readonly service?: string;
  readonly toWindow?: number;
}

export interface Acts {
  /** Calls whoever is next; with `done`, whoever is served is finished first. */
  readonly next: (done: boolean) => void;
  readonly move: (ticket: string, move: PlainMove) => void;
  readonly park: (ticket: string) => void;
  readonly transfer: (ticket: string, to: Target) => void;
  readonly add: (ticket: string, service: string) => void;
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  /** "Next" was pressed and nobody was there. */
  readonly nobody: boolean;
}

const refreshes = { refreshes: ['counters'] };

/** What a clerk does at a window; one thing at a time, and its refusal stands until the next. */
export function useActs(window: number): Acts {
  const calling = useWrite(callNext, refreshes);
  const moving = useWrite(moveTicket, refreshes);
  const parking = useWrite(parkTicket, refreshes);
  const handing = useWrite(transferTicket, refreshes);
  const adding = useWrite(addMatter, refreshes);
  const [nobody, setNobody] = useState(false);
  const all = [calling, moving, parking, handing, adding];
  const pending = all.some((one) => one.pending);

  async function only(act: () => Promise<unknown>): Promise<void> {
    if (pending) return;
    for (const one of all) one.clear();
    setNobody(false);
    await act();
  }
  const next = async (done: boolean) => {
    const reply = await calling.send({ window, ...(done ? { done } : {}) });
    setNobody(reply?.ticket === null);
  };
  return {
    next: (done) => void only(() => next(done)),
    move: (ticket, move) => void only(() => moving.send({ ticket, move })),
    park: (ticket) => void only(() => parking.send({ ticket })),
    transfer: (ticket, to) => void only(() => handing.send({ ticket, ...to })),
    add: (ticket, service) => void only(() => adding.send({ ticket, service })),
    pending,
    refusal: all.find(({ refusal }) => refusal !== undefined)?.refusal,
    nobody,
  };
}
