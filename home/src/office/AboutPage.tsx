// SPDX-License-Identifier: Apache-2.0
import { about } from '@lilong/contracts/office';
import { useRead } from '@lilong/ui/client.ts';
import { Mark } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { WithWords } from '../words/WithWords.tsx';

/** Who runs this, under which filing, and in which version. */
export function AboutPage(): ReactNode {
  return (
    <WithWords of="office">
      <About />
    </WithWords>
  );
}

function About(): ReactNode {
  const t = useT();
  const { data, error, refetch } = useRead(about, {});
  if (error !== null) return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  return (
    <div className="page narrow">
      <h1>{t('about.title')}</h1>
      <p className="about-lead">
        <Mark size={56} />
        <span>{t('about.lead', { city: data.city })}</span>
      </p>
      <dl className="facts card">
        <dt>{t('about.unit')}</dt>
        <dd>{data.unit}</dd>
        <dt>{t('about.filing')}</dt>
        <dd>{data.filingNo ?? t('about.not-filed')}</dd>
        <dt>{t('about.version')}</dt>
        <dd>{data.version}</dd>
        <dt>{t('about.hotline')}</dt>
        <dd>
          <a href={`tel:${data.hotline}`}>{data.hotline}</a>
        </dd>
        {data.privacyContact !== null && (
          <>
            <dt>{t('about.privacy')}</dt>
            <dd>{data.privacyContact}</dd>
          </>
        )}
        <dt>{t('about.licence')}</dt>
        <dd>Apache-2.0</dd>
        <dt>{t('about.interfaces')}</dt>
        <dd>
          <a href="/api/docs">{t('about.docs')}</a> · <a href="/api/openapi.json">OpenAPI 3.1</a> ·{' '}
          <a href="/open311/v2/discovery.json">Open311</a>
        </dd>
      </dl>
      <h2>{t('about.data')}</h2>
      <p>{t('about.data-what')}</p>
      <Link className="button" to="/feedback">
        {t('about.complain')}
      </Link>
    </div>
  );
}
