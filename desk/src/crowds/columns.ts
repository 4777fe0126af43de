// SPDX-License-Identifier: Apache-2.0
// What a list shows of each person. The name always stands first; no number is among the rest.
import {
  type CrowdColumn,
  type CrowdLine,
  type CrowdPerson,
  changeCrowd,
  crowdColumns,
} from '@lilong/contracts/registry-crowds';
import { useWrite, type Write } from '@lilong/ui/client.ts';
import { useCode, useDay } from '../registry/said.ts';

/** In the order in which lists have them, with the name. */
export const inOrder = (columns: readonly CrowdColumn[]): CrowdColumn[] =>
  crowdColumns.filter((column) => column === 'name' || columns.includes(column));

export const isSame = (one: readonly CrowdColumn[], other: readonly CrowdColumn[]): boolean =>
  inOrder(one).join() === inOrder(other).join();

/** What stands in a cell as text; labels and the name are drawn by whoever shows the list. */
export function useCell(): (of: CrowdPerson, column: CrowdColumn) => string {
  const code = useCode();
  const day = useDay();
  return (of, column) => {
    const cells: Readonly<Record<CrowdColumn, () => string>> = {
      name: () => of.name,
      sex: () => code('sex', of.sex),
      age: () => (of.age === null ? '' : String(of.age)),
      born: () => (of.bornOn === null ? '' : day(of.bornOn)),
      door: () => of.door ?? '',
      committee: () => of.placeName,
      standing: () => code('standing', of.standing),
      stays: () => (of.staysAs === null ? '' : code('stays', of.staysAs)),
      since: () => day(of.since),
      labels: () => '',
    };
    return cells[column]();
  };
}

interface Saving extends Pick<Write<typeof changeCrowd>, 'pending' | 'refusal'> {
  /** Keeps the columns with the crowd; false when it was refused. */
  readonly save: (kept: CrowdLine, columns: readonly CrowdColumn[]) => Promise<boolean>;
}
export function useSaveColumns(): Saving {
  const { send, pending, refusal } = useWrite(changeCrowd, { refreshes: ['registry'] });
  return {
    ...{ pending, refusal },
    save: async ({ crowd, name, conditions, lookAgain, due }, columns) => {
      const day = due ? {} : { lookAgain }; // one that is over is asked anew
      const made = await send({ ...{ crowd, name, conditions, ...day }, columns: [...columns] });
      return made !== undefined;
    },
  };
}
