// SPDX-License-Identifier: Apache-2.0
// Whom a typed name may stand for: people of the own committee.
import { findInRegistry, type PersonLine } from '@lilong/contracts/registry-find';
import { useRead } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { Choices } from '../registry/Choices.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';

/** 0 stands for somebody who is not of the registry. */
export const byName = 0;

interface FoundPeopleProps {
  readonly found: readonly PersonLine[];
  /** Whom the name stands for; `byName` when it stands for itself. */
  readonly chosen: number;
  readonly onChange: (chosen: number) => void;
}

export function FoundPeople({ found, chosen, onChange }: FoundPeopleProps): ReactNode {
  const t = useT();
  const people = found.map((line) => ({
    value: line.person,
    title: line.name,
    note: line.door ?? line.placeName,
  }));
  return (
    <Choices
      long
      legend={t('office.found')}
      name="person"
      value={people.some(({ value }) => value === chosen) ? chosen : byName}
      options={[...people, { value: byName, title: t('office.someone') }]}
      onChange={onChange}
    />
  );
}

/** Above the committee nobody looks for people; a name stands for itself there. */
export const useFindsPeople = (): boolean => useHolder().post.role === 'committee_worker';

/** People of the own committee by what was typed; only for whoever may look for people, and from two signs on. */
export function usePeople(typed: string): readonly PersonLine[] {
  const finds = useFindsPeople();
  const q = typed.trim();
  const asks = finds && q.length >= 2;
  const read = useRead(findInRegistry, { q }, { enabled: asks });
  return asks ? (read.data?.people.slice(0, 5) ?? []) : [];
}
