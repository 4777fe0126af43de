// SPDX-License-Identifier: Apache-2.0
import type { PaperLine } from '@lilong/contracts/affair-papers';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.ts';
import { TableBox } from '../parts/TableBox.tsx';
import { useT } from '../words.ts';
import { idOf } from './chosen.ts';

interface PaperTableProps {
  readonly papers: readonly PaperLine[];
  readonly ids: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Longest first. */
export function PaperTable({ papers, ids, onChoose }: PaperTableProps): ReactNode {
  const t = useT();
  const all = papers.length === ids.length;
  return (
    <TableBox label={t('papers.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={t('papers.choose-all')}
                checked={all}
                indeterminate={!all && ids.length > 0}
                onChange={() => onChoose(all ? [] : papers.map(idOf))}
              />
            </th>
            <th scope="col">{t('papers.paper')}</th>
            <th scope="col">{t('papers.matter')}</th>
            <th scope="col">{t('papers.where')}</th>
            <th scope="col">{t('papers.since')}</th>
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <Row
              key={idOf(paper)}
              paper={paper}
              chosen={ids.includes(idOf(paper))}
              onChoose={(on) =>
                onChoose(on ? [...ids, idOf(paper)] : ids.filter((one) => one !== idOf(paper)))
              }
            />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

interface RowProps {
  readonly paper: PaperLine;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}
function Row({ paper, chosen, onChoose }: RowProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const say = useMoment();
  const { ref, name, nameEn, count } = paper;
  const { state, holderName, goingToName, at, long } = paper;
  const called = named(name, nameEn);
  const missing = paper.notGot ? 'papers.not-got' : 'paper.missing';
  const late = long ? 'papers.long' : missing;
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={t('papers.choose', { name: `${called} ${ref}` })}
          checked={chosen}
          onChange={({ target }) => onChoose(target.checked)}
        />
      </td>
      <th scope="row" lang={nameEn === null ? 'zh-CN' : undefined}>
        {called}
        {count !== null && count > 1 && ` × ${count}`}
      </th>
      <td>
        <Matter paper={paper} />
      </td>
      <td>
        {t(`paper.${state}`)}
        {state !== 'held' && (
          <small lang="zh-CN">
            {goingToName === null
              ? holderName
              : t('papers.way', { from: holderName ?? '', to: goingToName })}
          </small>
        )}
      </td>
      <td className="day">
        {say(at, 'day')}
        {(long || state === 'missing') && <span className="tag tag-late">{t(late)}</span>}
      </td>
    </tr>
  );
}

/** What it is for, and the slip with which it was collected at a door. */
function Matter({ paper }: Pick<RowProps, 'paper'>): ReactNode {
  const t = useT();
  const named = useNamed();
  const { ref, itemName, itemNameEn, affairState, door } = paper;
  return (
    <>
      {affairState !== null && (
        <Link to="/affairs/$ref" params={{ ref }}>
          {ref}
        </Link>
      )}
      <small>
        {named(itemName, itemNameEn)}
        {affairState !== null && ` · ${t(`affair.${affairState}`)}`}
      </small>
      {door !== null && (
        <Link to="/doorstep/$ref" params={{ ref: door }}>
          {t('papers.door', { ref: door })}
        </Link>
      )}
    </>
  );
}
