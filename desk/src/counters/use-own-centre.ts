// SPDX-License-Identifier: Apache-2.0
import { counterDesk } from '@lilong/contracts/counters';
import { useRead } from '@lilong/ui/client.ts';

/** The hall that is asked for, or the own one once it is known. */
export function useOwnCentre(asked: number | undefined): number | undefined {
  const { data } = useRead(counterDesk, {}, { enabled: asked === undefined });
  return asked ?? data?.centre;
}
