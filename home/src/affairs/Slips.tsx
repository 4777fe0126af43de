// SPDX-License-Identifier: Apache-2.0
import { type Collection, myCollections } from '@lilong/contracts/doorstep';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { SheetPrinter } from '@lilong/ui/receipt/SheetPrinter.tsx';
import { SlipSheet } from '@lilong/ui/receipt/SlipSheet.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { Pictures } from '../parts/Pictures.tsx';
import { useWho } from '../session/me.ts';
import { Link } from '../shell/nav.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { Named } from './said.tsx';

interface SlipsProps {
  /** Of one application; otherwise all of them, where any paper is not back yet. */
  readonly affair?: string;
}

/** 上门收走的材料: who took them, and where each of them is now. */
export function Slips({ affair }: SlipsProps): ReactNode {
  const t = useAffairT();
  const { data } = useRead(myCollections, {});
  const wanted = (data?.collections ?? []).filter((one) =>
    affair === undefined ? isOut(one) : one.matter === affair,
  );
  if (wanted.length === 0) return null;
  return (
    <section>
      <h2>{t('mine.slips')}</h2>
      {wanted.map((one) => (
        <SlipCard key={one.ref} slip={one} leads={affair === undefined} />
      ))}
    </section>
  );
}

const isOut = ({ papers }: Collection): boolean => papers.some(({ state }) => state !== 'returned');

interface SlipCardProps {
  readonly slip: Collection;
  readonly leads: boolean;
}
function SlipCard({ slip, leads }: SlipCardProps): ReactNode {
  const t = useAffairT();
  const say = useMoment();
  const { itemName, itemNameEn, committee, workerName, collectedAt, matter, words } = slip;
  const by = t('slip.by-whom', { office: committee.name, name: workerName });
  return (
    <article className="card slip-card">
      <h3>
        <Named zh={itemName} en={itemNameEn} />
      </h3>
      <p className="hint">{t('mine.slip-by', { by, when: say(collectedAt, 'day') })}</p>
      <ul>
        {slip.papers.map((one) => (
          <Paper key={one.key} paper={one} />
        ))}
      </ul>
      {words !== null && (
        <p className="notice">
          <b>{t('slip.words')}</b> {words}
        </p>
      )}
      <SlipPaper slip={slip} />
      {leads && matter !== null && (
        <p className="aside">
          <Link to={`/affairs/mine/${matter}`}>{t('mine.slip-matter')}</Link>
        </p>
      )}
    </article>
  );
}

function Paper({ paper }: { readonly paper: Collection['papers'][number] }): ReactNode {
  const t = useAffairT();
  const { name, nameEn, form, count, counted, state, holderName, goingToName, files } = paper;
  const many =
    count === 0 ? t('slip.besides') : t('slip.paper', { form: t(`paperform.${form}`), count });
  return (
    <li data-state={state}>
      <b>
        <Named zh={name} en={nameEn} />
      </b>{' '}
      {many}
      {counted !== null && counted !== count && (
        <strong> · {t('slip.counted', { count: counted })}</strong>
      )}
      <small>{t(`slip.where.${state}`, { who: holderName ?? '', to: goingToName ?? '' })}</small>
      <Pictures files={files} label="my.photo" />
    </li>
  );
}

/** The slip itself, to be read, and on paper. */
function SlipPaper({ slip }: { readonly slip: Collection }): ReactNode {
  const t = useAffairT();
  const { demo } = useWho();
  const [out, setOut] = useState<Collection>();
  return (
    <details>
      <summary>{t('mine.slip-read')}</summary>
      <div className="receipt-card">
        <SlipSheet slip={slip} paper="80" demo={demo} />
      </div>
      <button type="button" className="button wide" onClick={() => setOut({ ...slip })}>
        <Icon name="printer" size="1.2em" />
        {t('mine.print')}
      </button>
      {out !== undefined && (
        <SheetPrinter of={out} paper="a5">
          <SlipSheet slip={out} paper="a5" demo={demo} />
        </SheetPrinter>
      )}
    </details>
  );
}
