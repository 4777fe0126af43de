// SPDX-License-Identifier: Apache-2.0
import { createContext, useCallback, useContext, useState } from 'react';

type Hold = (by: 1 | -1) => void;
const Holding = createContext<Hold>(() => undefined);

/** Put around the fields of a form, so that what is still on its way can hold the sending. */
export const HoldProvider = Holding;

/** `held` while something of the form is still on its way. */
export function useHeld(): { readonly held: boolean; readonly hold: Hold } {
  const [count, setCount] = useState(0);
  const hold = useCallback<Hold>((by) => setCount((now) => now + by), []);
  return { held: count > 0, hold };
}

export const useHold = (): Hold => useContext(Holding);
