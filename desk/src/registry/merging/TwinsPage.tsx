// SPDX-License-Identifier: Apache-2.0
import {
  listTwins,
  type Merged,
  type TwinPair,
  undoMerge,
} from '@lilong/contracts/registry-merging';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Empty } from '../../parts/Empty.tsx';
import { Refused } from '../../parts/Refused.tsx';
import { useT } from '../../words.ts';
import { Back, CardTitle, NotYet } from '../CardFrame.tsx';
import { useDay } from '../said.ts';
import './merging.css';

/** 可能是同一人: pairs to look at, and what was merged lately. */
export function TwinsPage(): ReactNode {
  const t = useT();
  const read = useRead(listTwins, {});
  if (read.data === undefined) return <NotYet problem={read.error?.problem} again={read.refetch} />;
  const { pairs, more, merged } = read.data;
  return (
    <article className="case">
      <div className="case-body">
        <Back />
        <header className="case-head">
          <CardTitle>{t('twins.title')}</CardTitle>
          <p className="twin-lead">{t('twins.lead')}</p>
        </header>
        {pairs.length === 0 ? (
          <Empty icon="people" title={t('twins.none')} />
        ) : (
          <ul className="reg-people" aria-label={t('twins.pairs')}>
            {pairs.map((pair) => (
              <Pair key={`${pair.keep.person} ${pair.other.person}`} pair={pair} />
            ))}
          </ul>
        )}
        {more && <p className="reg-none-yet">{t('twins.more')}</p>}
        {merged.length > 0 && <Lately merged={merged} />}
      </div>
    </article>
  );
}

function Pair({ pair: { keep, other, because } }: { readonly pair: TwinPair }): ReactNode {
  const t = useT();
  const where = (of: TwinPair['keep']) => of.door ?? of.placeName;
  return (
    <li>
      <Link
        to="/merge/$person/$other"
        params={{ person: String(keep.person), other: String(other.person) }}
        search={(now) => now}
        className="reg-person"
      >
        <span className="reg-who">
          <b lang="zh-CN">{keep.name}</b>{' '}
          <span className="tag">{t(`twins.because.${because}`)}</span>
        </span>
        {[keep, other].map((one) => (
          <span key={one.person} className="reg-as">
            <span lang="zh-CN">{where(one)}</span>
            {' · '}
            {t(one.hasDocument ? 'twins.has-document' : 'twins.no-document')}
          </span>
        ))}
        <Icon name="next" size={18} />
      </Link>
    </li>
  );
}

function Lately({ merged }: { readonly merged: readonly Merged[] }): ReactNode {
  const t = useT();
  const write = useWrite(undoMerge, { refreshes: ['registry'] });
  return (
    <section className="part">
      <h3>{t('twins.merged')}</h3>
      <Refused problem={write.refusal} />
      {write.reply !== undefined && <p role="status">{t('twins.undone')}</p>}
      <ul className="reg-people">
        {merged.map((one) => (
          <Done key={one.merge} one={one} pending={write.pending} undo={write.send} />
        ))}
      </ul>
    </section>
  );
}

interface DoneProps {
  readonly one: Merged;
  readonly pending: boolean;
  readonly undo: (input: { merge: number }) => unknown;
}

function Done({ one, pending, undo }: DoneProps): ReactNode {
  const t = useT();
  const say = useDay();
  const { merge, person, name, on, undoUntil } = one;
  return (
    <li className="twin-done">
      <Link to="/people/$person" params={{ person: String(person) }} search={(now) => now}>
        <b lang="zh-CN">{name}</b>
      </Link>
      <span className="reg-as">{t('twins.merged-on', { on: say(on), until: say(undoUntil) })}</span>
      <Button
        disabled={pending}
        aria-label={t('twins.undo-who', { name })}
        onClick={() => void undo({ merge })}
      >
        {t('twins.undo')}
      </Button>
    </li>
  );
}
