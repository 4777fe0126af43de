// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { getCase, printOrder } from '@lilong/contracts/case-work';
import { filePath } from '@lilong/contracts/files';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Mark } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import { useCategoryOf } from './categories.ts';
import { useConditionWords } from './conditions.ts';
import './order.css';

/** A work order on one sheet of A4, for a crew without accounts. */
export function OrderPage(): ReactNode {
  const t = useT();
  const { ref } = useParams({ from: '/cases/$ref/order' });
  const page = useRead(getCase, { ref });
  const order = useWrite(printOrder);
  const made = useRef(false);
  useEffect(() => {
    if (made.current) return;
    made.current = true;
    void order.send({ ref });
  }, [order.send, ref]);
  const problem = page.error?.problem ?? order.refusal;
  return (
    <main className="order-page" id="main">
      <p className="order-bar">
        <Link to="/cases/$ref" params={{ ref }}>
          {t('order.back')}
        </Link>
        <Button type="primary" disabled={order.reply === undefined} onClick={() => window.print()}>
          {t('order.print')}
        </Button>
      </p>
      <Refused problem={problem} />
      {page.data !== undefined && order.reply !== undefined ? (
        <Sheet page={page.data} qrSvg={order.reply.qrSvg} url={order.reply.url} />
      ) : (
        problem === undefined && <Waiting />
      )}
    </main>
  );
}

interface SheetProps {
  readonly page: CasePage;
  readonly qrSvg: string;
  readonly url: string;
}

function Sheet({ page, qrSvg, url }: SheetProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const { demo } = useHolder();
  const { line } = page;
  const category = useCategoryOf()(line);
  const { close } = useConditionWords();
  const condition = page.conditions.find(({ order }) => order === page.condition);
  const photo = page.photos.find(({ kind }) => kind !== 'voice' && kind !== 'after');
  return (
    <article className="sheet">
      <header>
        <Mark size={36} />
        <h1>{t('order.title')}</h1>
        {demo && <span className="demo-mark">{t('demo.mark')}</span>}
        <b>{line.ref}</b>
      </header>
      <h2>{line.title}</h2>
      <dl>
        <Fact name={t('order.where')}>{`${line.placeName} ${line.address}`}</Fact>
        <Fact name={t('order.category')}>{category ?? t('case.no-category')}</Fact>
        <Fact name={t('order.who')}>{line.organisationName ?? ''}</Fact>
        <Fact name={t('order.due')}>
          {page.solveDue === null ? t('due.none') : say(page.solveDue)}
        </Fact>
        <Fact name={t('order.done-when')}>{condition === undefined ? '' : close(condition)}</Fact>
      </dl>
      {photo !== undefined && (
        <img className="sheet-photo" src={filePath(photo.file)} alt={t('order.photo')} />
      )}
      <div className="sheet-qr">
        <img src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`} alt={t('order.qr')} />
        <div>
          <b>{t('order.scan')}</b>
          <p>{t('order.scan-how')}</p>
          <p className="sheet-url">{url}</p>
        </div>
      </div>
      <footer>{t('order.sign')}</footer>
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }): ReactNode {
  if (children === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
