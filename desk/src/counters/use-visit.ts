// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { DeskTicket } from '@lilong/contracts/counters';
import {
  identifyVisitor,
  openWard,
  ticketVisit,
  type Visit,
} from '@lilong/contracts/counters-visit';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import type { Document } from './Papers.tsx';

export interface Visiting {
  /** Whose files are open here; undefined while nobody was recognised. */
  readonly visit: Visit | undefined;
  readonly byCode: (code: string) => Promise<boolean>;
  readonly byPapers: (document: Document, number: string) => Promise<boolean>;
  readonly forWard: (person: number) => Promise<boolean>;
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  readonly clear: () => void;
}

const refreshes = { refreshes: ['counters'] };

/** Who stands at the window, and how they are recognised. */
export function useVisit({ ticket, identified }: DeskTicket): Visiting {
  const read = useRead(ticketVisit, { ticket }, { enabled: identified, gcTime: 0 });
  const knowing = useWrite(identifyVisitor, refreshes);
  const opening = useWrite(openWard, refreshes);
  const open = identified && read.data !== undefined && read.data.visitors.length > 0;
  return {
    visit: open ? read.data : undefined,
    byCode: async (code) => (await knowing.send({ ticket, code })) !== undefined,
    byPapers: async (document, number) =>
      (await knowing.send({ ticket, document, number })) !== undefined,
    forWard: async (person) => (await opening.send({ ticket, person })) !== undefined,
    pending: knowing.pending || opening.pending,
    refusal: knowing.refusal ?? opening.refusal,
    clear: () => {
      knowing.clear();
      opening.clear();
    },
  };
}
