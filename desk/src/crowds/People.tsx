// SPDX-License-Identifier: Apache-2.0
import {
  type CrowdColumn,
  type CrowdConditions,
  listCrowdPeople,
} from '@lilong/contracts/registry-crowds';
import { useRead } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { Ledger } from './Ledger.tsx';

type After = { readonly pinyin: string; readonly person: number };

interface PeopleProps {
  readonly of: CrowdConditions;
  readonly columns: readonly CrowdColumn[];
}

/** Whoever fits, a page at a time; one tap to the card. */
export function People({ of, columns }: PeopleProps): ReactNode {
  const t = useT();
  const [before, setBefore] = useState<readonly After[]>([]);
  const after = before.at(-1);
  const read = useRead(
    listCrowdPeople,
    { conditions: of, ...(after === undefined ? {} : { after }) },
    { staleTime: 60_000 },
  );
  if (read.error !== null)
    return <Refused problem={read.error.problem} again={() => read.refetch()} />;
  if (read.data === undefined) return <Waiting rows={6} />;
  const { people, next } = read.data;
  return (
    <section className="crowd-list" aria-label={t('crowds.people')}>
      <Ledger people={people} columns={columns} />
      <div className="crowd-pages">
        {before.length > 0 && (
          <Button size="large" onClick={() => setBefore(before.slice(0, -1))}>
            {t('crowds.previous')}
          </Button>
        )}
        {next !== null && (
          <Button size="large" onClick={() => setBefore([...before, next])}>
            {t('crowds.next')}
          </Button>
        )}
      </div>
    </section>
  );
}
