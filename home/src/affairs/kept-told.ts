// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';
import { openShelves } from '../outbox/shelves.ts';
import type { Change, Told } from './told.ts';

const KEEP_AFTER_MS = 300;

export interface KeptTold {
  /** Undefined until the phone has looked for what was not saved yet. */
  readonly told: Told | undefined;
  readonly change: Change;
  /** It was changed elsewhere, and is safe there. */
  readonly adopt: Change;
  /** It is safe elsewhere: unless something was typed meanwhile, the phone forgets it. */
  readonly safe: (saved: Told) => void;
  /** It was handed in. */
  readonly forget: () => void;
}

/**
 * What is typed into an application is on the phone at once, and stays there until it is on the server.
 *
 * @param name whose it is and of what: `310 S011`
 * @param begun what the server has of it
 */
export function useKeptTold(name: string, begun: () => Told): KeptTold {
  const key = `affair ${name}`;
  const [told, setTold] = useState<Told>();
  const touched = useRef(false);
  const start = useRef(begun);
  useEffect(() => {
    void read(key)
      .catch(() => undefined)
      .then((kept) => {
        touched.current = kept !== undefined;
        setTold(kept ?? start.current());
      });
  }, [key]);
  useEffect(() => {
    if (told === undefined || !touched.current) return;
    const timer = setTimeout(() => {
      if (touched.current) keep(key, told).catch(() => undefined); // a full phone keeps the page only
    }, KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key, told]);
  const latest = useRef(told);
  useEffect(() => {
    latest.current = told;
  }, [told]);
  const change = useCallback((alter: (told: Told) => Told) => {
    touched.current = true;
    setTold((before) => (before === undefined ? before : alter(before)));
  }, []);
  const adopt = useCallback((alter: (told: Told) => Told) => {
    setTold((before) => (before === undefined ? before : alter(before)));
  }, []);
  const forget = useCallback(() => {
    touched.current = false;
    keep(key, undefined).catch(() => undefined);
  }, [key]);
  const safe = useCallback(
    (saved: Told) => {
      if (latest.current === saved) forget();
    },
    [forget],
  );
  return { told, change, adopt, safe, forget };
}

const read = async (key: string): Promise<Told | undefined> =>
  (await openShelves()).get<Told>('drafts', key);

async function keep(key: string, told: Told | undefined): Promise<void> {
  await (await openShelves()).alter<Told>('drafts', key, () => told);
}
