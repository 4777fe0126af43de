// SPDX-License-Identifier: Apache-2.0
import {
  fewestShown,
  type LabelUse,
  labelUses,
  type SuppliedLabel,
} from '@lilong/contracts/registry-supply';
import { useRead } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useName } from '../registry/said.ts';
import { useT } from '../words.ts';

/** Twelve weeks of one label with one organisation, role, act and purpose. */
interface Sum extends Omit<LabelUse, 'week' | 'uses'> {
  readonly uses: number;
  /** Some weeks are not told: fewer than five people were behind them. */
  readonly hidden: boolean;
}

function summed(uses: readonly LabelUse[]): Sum[] {
  const keyOf = ({ label, organisationName, role, act, purpose }: LabelUse) =>
    [label, organisationName, role, act, purpose].join('\n');
  const sums = [...Map.groupBy(uses, keyOf).values()].flatMap((weeks) => {
    const [first] = weeks;
    if (first === undefined) return [];
    const { week: _, ...one } = first;
    const told = weeks.reduce((sum, { uses: count }) => sum + (count ?? 0), 0);
    return [{ ...one, uses: told, hidden: weeks.some(({ uses: count }) => count === null) }];
  });
  return sums.toSorted((a, b) => b.uses - a.uses);
}

/** Which offices used the labels, as what and what for. Never who looked, nor at whom. */
export function Uses({ labels }: { readonly labels: readonly SuppliedLabel[] }): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(labelUses, {});
  if (error !== null) return <Refused problem={error.problem} again={refetch} />;
  if (data === undefined) return <Waiting rows={3} />;
  const sums = summed(data.uses);
  return (
    <section className="part" aria-labelledby="labels-uses">
      <h2 id="labels-uses">{t('labels.used-by')}</h2>
      <p className="field-hint">
        {t(sums.length === 0 ? 'labels.used-none' : 'labels.used-how', { fewest: fewestShown })}
      </p>
      {sums.length > 0 && <UseTable sums={sums} labels={labels} purposes={data.purposes} />}
    </section>
  );
}

interface UseTableProps {
  readonly sums: readonly Sum[];
  readonly labels: readonly SuppliedLabel[];
  readonly purposes: readonly { key: string; name: string; nameEn: string | null }[];
}

function UseTable({ sums, labels, purposes }: UseTableProps): ReactNode {
  const t = useT();
  const name = useName();
  const named = (found: { name: string; nameEn: string | null } | undefined, key: string) =>
    found === undefined ? key : name(found);
  return (
    <TableBox label={t('labels.used-by')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('labels.label')}</th>
            <th scope="col">{t('labels.organisation')}</th>
            <th scope="col">{t('labels.act')}</th>
            <th scope="col">{t('labels.purpose')}</th>
            <th scope="col" className="num">
              {t('labels.times')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.map(({ label, organisationName, role, act, purpose, uses, hidden }) => (
            <tr key={[label, organisationName, role, act, purpose].join(' ')}>
              <th scope="row">
                {named(
                  labels.find(({ code }) => code === label),
                  label,
                )}
              </th>
              <td lang="zh-CN">{organisationName}</td>
              <td>{t(`labels.act.${act}`)}</td>
              <td>
                {named(
                  purposes.find(({ key }) => key === purpose),
                  purpose,
                )}
              </td>
              <td className="num">{hidden ? t('labels.at-least', { uses }) : String(uses)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
