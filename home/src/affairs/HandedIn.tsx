// SPDX-License-Identifier: Apache-2.0
import type { AffairPage } from '@lilong/contracts/affairs';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Pictures } from '../parts/Pictures.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { GotPaper } from './GotPaper.tsx';
import { Named } from './said.tsx';

type From = NonNullable<AffairPage['materials'][number]['from']>;

/** The certificate with its number, or the matter that brought it. */
function TakenFrom({ from }: { readonly from: From }): ReactNode {
  const t = useAffairT();
  const say = useMoment();
  const { ref, name, on, state } = from;
  if (state === null)
    return <small>{t('apply.earlier', { item: name, day: say(on ?? '', 'day') })}</small>;
  return (
    <small>
      {ref} · {t(`from.state-${state}`)}
    </small>
  );
}

/** What was handed in, as it was: opened by whoever wants to read it again. */
export function HandedIn({ page }: { readonly page: AffairPage }): ReactNode {
  const t = useAffairT();
  const { questions, fields, materials, acceptName, decideName } = page;
  return (
    <>
      <details className="handed-in">
        <summary>{t('mine.told')}</summary>
        <dl className="told">
          {questions.map(({ ask, says }) => (
            <div key={ask}>
              <dt>{ask}</dt>
              <dd>{says}</dd>
            </div>
          ))}
          {fields.map(({ key, title, says, source }) => (
            <div key={key}>
              <dt>{title}</dt>
              <dd>
                {says}
                <small>{source === null ? t('mine.typed') : t('mine.from', { source })}</small>
              </dd>
            </div>
          ))}
          {materials.map((one) => (
            <div key={one.key}>
              <dt>
                <Named zh={one.name} en={one.nameEn} />
              </dt>
              <dd>
                {t(`given.${one.how}`)}
                {one.from !== null && <TakenFrom from={one.from} />}
                {one.paper !== null && <small>{t(`mine.paper-${one.paper}`, one)}</small>}
                {one.paper === 'returned' && <GotPaper affair={page.ref} material={one} />}
                <Pictures files={one.files} label="my.photo" />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="hint">
        {acceptName === decideName
          ? t('mine.does', { name: acceptName })
          : `${t('mine.accepts', { name: acceptName })} · ${t('mine.decides', { name: decideName })}`}
      </p>
    </>
  );
}
