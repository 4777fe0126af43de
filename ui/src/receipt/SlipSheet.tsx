// SPDX-License-Identifier: Apache-2.0
import type { CollectedPaper, Collection } from '@lilong/contracts/doorstep';
import type { ReactNode } from 'react';
import { Mark } from '../Icons.tsx';
import { dayOf, shownAt } from '../moment.ts';
import { useLanguage } from '../words.tsx';
import type { Paper } from './ReceiptSheet.tsx';
import { unbroken, useReceiptWords } from './words.ts';
import './receipt.css';

interface SlipSheetProps {
  readonly slip: Collection;
  readonly paper: Paper;
  /** Says that it proves nothing. */
  readonly demo: boolean;
}

/** 上门收件清单, as it is printed: every document that was taken, for what, by whom and where to. */
export function SlipSheet({ slip, paper, demo }: SlipSheetProps): ReactNode {
  const t = useReceiptWords();
  const english = useLanguage() === 'en';
  const item = english ? (slip.itemNameEn ?? slip.itemName) : slip.itemName;
  const day = unbroken(dayOf(new Date(slip.collectedAt)));
  const centre = slip.centre.name;
  const count = slip.papers.reduce((sum, one) => sum + one.count, 0);
  return (
    <article className="receipt-sheet" data-paper={paper}>
      <header>
        <Mark size={30} />
        <div>
          <p lang="zh-CN">{slip.committee.name}</p>
          <h2>{t('slip.title')}</h2>
        </div>
        <p className="receipt-no">
          <small>{t('slip.no')}</small>
          <b>{slip.ref}</b>
        </p>
      </header>
      {demo && <p className="receipt-demo">{t('receipt.demo')}</p>}
      <p className="receipt-says">{t('slip.says', { day, count, item, centre })}</p>
      <SlipFacts slip={slip} item={item} />
      <SlipPapers slip={slip} />
      {slip.words !== null && (
        <div className="receipt-box">
          <h3>{t('slip.differs')}</h3>
          <p>{slip.words}</p>
        </div>
      )}
      <SlipFoot slip={slip} demo={demo} />
    </article>
  );
}

function SlipFacts({
  slip,
  item,
}: {
  readonly slip: Collection;
  readonly item: string;
}): ReactNode {
  const t = useReceiptWords();
  const by = t('slip.by-whom', { office: slip.committee.name, name: slip.workerName });
  const facts = [
    [t('slip.whose'), slip.name],
    [t('slip.for'), item],
    ...(slip.matter === null ? [] : [[t('slip.matter'), slip.matter]]),
    [t('slip.by'), by],
    [t('slip.to'), slip.centre.name],
    [t('slip.agreed'), t(`slip.agreed.${slip.agreed}`)],
  ];
  return (
    <dl>
      {facts.map(([what, says]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Each on a line of its own, with what the counter found of it. */
function SlipPapers({ slip }: { readonly slip: Collection }): ReactNode {
  const t = useReceiptWords();
  const english = useLanguage() === 'en';
  return (
    <section className="receipt-papers">
      <h3>{t('slip.papers')}</h3>
      <ol>
        {slip.papers.map((one) => (
          <li key={one.key} data-how={one.state}>
            <span>{english ? (one.nameEn ?? one.name) : one.name}</span>
            <SlipCount paper={one} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function SlipCount({ paper }: { readonly paper: CollectedPaper }): ReactNode {
  const t = useReceiptWords();
  const { form, count, counted, files } = paper;
  const said = [
    count === 0 ? t('slip.besides') : t('slip.paper', { form: t(`paperform.${form}`), count }),
    ...(files.length === 0 ? [] : [t('slip.photographed')]),
    ...(counted === null || counted === count ? [] : [t('slip.counted', { count: counted })]),
  ];
  return <span>{said.join(' · ')}</span>;
}

function SlipFoot({
  slip,
  demo,
}: {
  readonly slip: Collection;
  readonly demo: boolean;
}): ReactNode {
  const t = useReceiptWords();
  const at = shownAt(new Date(slip.collectedAt)).replace('T', ' ');
  return (
    <footer className="receipt-slip">
      <p>{t('slip.keep')}</p>
      <p className="receipt-by">
        {demo && <i>{t('receipt.sample')}</i>}
        <span>
          <b lang="zh-CN">{slip.committee.name}</b>
          <br />
          {at}
        </span>
      </p>
      <p className="receipt-sign">{t('slip.sign')}</p>
    </footer>
  );
}
