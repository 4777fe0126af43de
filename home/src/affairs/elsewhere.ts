// SPDX-License-Identifier: Apache-2.0
// A draft that is open on two computers: what is typed on one comes into the other.
import { type AffairPage, getMine } from '@lilong/contracts/affairs';
import { useRead } from '@lilong/ui/client.ts';
import { useNews } from '@lilong/ui/live.ts';
import { useEffect, useEffectEvent } from 'react';
import { useBy } from './acting.ts';
import type { Told } from './told.ts';

/** Tells how the draft stands on the server whenever somebody changed it. A helper's look is written down: they see it when it is saved. */
export function useElsewhere(ref: string | undefined, hear: (page: AffairPage) => void): void {
  const asks = useBy().mandate === undefined && ref !== undefined;
  const { data, refetch } = useRead(getMine, { ref: ref ?? '' }, { enabled: asks });
  useNews('my', () => asks && void refetch()); // the form itself is filled once
  const tell = useEffectEvent(hear);
  useEffect(() => {
    if (data !== undefined) tell(data);
  }, [data]);
}

/** What stands here, with what was typed elsewhere since `base`; where both changed the same, this one's. Nothing typed is lost. */
export const withElsewhere = (here: Told, base: Told, there: Told): Told => ({
  questions: merged(here.questions, base.questions, there.questions),
  fields: merged(here.fields, base.fields, there.fields),
  photos: merged(here.photos, base.photos, there.photos),
  ...merged(kept(here), kept(base), kept(there)),
});
const kept = ({ reused = [], deliverBy }: Told): Pick<Told, 'reused' | 'deliverBy'> =>
  deliverBy === undefined ? { reused } : { reused, deliverBy };

/** Nothing of it was changed here. */
export const isUntouched = (here: Told, base: Told): boolean =>
  isSame(pictured(here), pictured(base));
const pictured = ({ questions, fields, photos, ...rest }: Told) => ({
  ...{ questions, fields, ...kept({ questions, fields, photos, ...rest }) },
  photos: Object.entries(photos).filter(([, some]) => some.length > 0),
});

function merged<T extends object>(here: T, base: T, there: T): T {
  const keys = Object.keys({ ...here, ...there }) as (keyof T)[];
  const pairs = keys.map((key) => {
    const stays = there[key] === undefined || !isSame(here[key], base[key]);
    return [key, stays || isSame(here[key], there[key]) ? here[key] : there[key]] as const;
  });
  return Object.fromEntries(pairs) as T; // the keys of both
}

/** A picture is the one with its number, whatever it is called here. */
const isSame = (one: unknown, other: unknown): boolean => said(one) === said(other);
const said = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, one: unknown) =>
    one instanceof Object && 'blob' in one && 'id' in one ? ('no' in one && one.no) || one.id : one,
  );
