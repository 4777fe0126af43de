// SPDX-License-Identifier: Apache-2.0
import type { AffairPage } from '@lilong/contracts/affairs';
import type { Problem } from '@lilong/contracts/call';
import type { InputOf, Route } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { useEffect, useEffectEvent } from 'react';
import { useReadAgain, useShowActed } from './use-page.ts';

export interface Acting<T extends Route> {
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  readonly send: (said: Omit<InputOf<T>, 'ref' | 'version'>) => Promise<void>;
}

/** An act on the application as it stands on the screen. When somebody was first, what they did is read, and what was written stays. */
export function useAct<T extends Route>(
  route: T,
  page: AffairPage,
  onActed: () => void,
): Acting<T> {
  const write = useWrite(route);
  const show = useShowActed();
  const readAgain = useReadAgain();
  const { refusal } = write;
  const again = useEffectEvent(() => void readAgain(page.ref));
  useEffect(() => {
    if (refusal?.code === 'affairs.changed' || refusal?.code === 'affairs.wrong-state') again();
  }, [refusal]);
  return {
    pending: write.pending,
    refusal,
    send: async (said) => {
      const { ref, version } = page;
      const reply = await write.send({ ref, version, ...said } as InputOf<T>); // each act names the one it is about
      if (reply === undefined) return;
      await show(reply as AffairPage); // what every act answers with
      onActed();
    },
  };
}
