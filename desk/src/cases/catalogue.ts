// SPDX-License-Identifier: Apache-2.0
import { type CatalogueRow, listCatalogue } from '@lilong/contracts/catalogue';
import { useRead } from '@lilong/ui/client.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { dayAfter } from '../parts/days.ts';

const slow = { staleTime: 600_000 };

/** The rows that hold on `day`, each key once. */
export function inForceOn(rows: readonly CatalogueRow[], day: string): readonly CatalogueRow[] {
  const holding = rows.filter(
    ({ status, effectiveFrom, effectiveTo }) =>
      status === 'approved' && effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  );
  return [...new Map(holding.map((row) => [row.key, row])).values()];
}

/** Rows of a kind that may be chosen today; undefined until they come. */
export function useInForce(
  kind: CatalogueRow['kind'],
  { q, enabled = true }: { readonly q?: string; readonly enabled?: boolean } = {},
): readonly CatalogueRow[] | undefined {
  const read = useRead(
    listCatalogue,
    { kind, ...(q === undefined ? {} : { q }) },
    { ...slow, enabled },
  );
  return read.data === undefined ? undefined : inForceOn(read.data.rows, dayAfter(0));
}

/** What a code is called, also one that is no longer in force; the code itself until that is known. */
export function useCodeName(
  kind: CatalogueRow['kind'],
  enabled: boolean,
): (code: string) => string {
  const english = useLanguage() === 'en';
  const read = useRead(listCatalogue, { kind }, { ...slow, enabled });
  return (code) => {
    const row = read.data?.rows.findLast(({ key, status }) => key === code && status !== 'draft');
    return (english ? row?.nameEn : undefined) ?? row?.name ?? code;
  };
}
