// SPDX-License-Identifier: Apache-2.0
import type { At, DoorPlace, DoorStep, listDoors } from '@lilong/contracts/registry-doors';
import type { ReplyOf } from '@lilong/contracts/route';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Act, CardFrame, CardTitle } from '../registry/CardFrame.tsx';
import { useT } from '../words.ts';
import { AddForm } from './AddForm.tsx';
import { CloseForm } from './CloseForm.tsx';
import { DoorCounts, DoorRows } from './DoorRows.tsx';
import { MergeWithForm } from './MergeWithForm.tsx';
import { RenameForm } from './RenameForm.tsx';
import { atOf } from './search.ts';
import { TellForm } from './TellForm.tsx';

interface DoorPlacePageProps {
  readonly at: At;
  readonly found: ReplyOf<typeof listDoors>;
  readonly here: DoorPlace;
}

/** One place of the tree: where it stands, what is known of it, what hangs beneath. */
export function DoorPlacePage({ at, found, here }: DoorPlacePageProps): ReactNode {
  const t = useT();
  const { above, below, places, can } = found;
  return (
    <CardFrame
      acts={actsFor(can, here)}
      back={<Crumbs above={above} />}
      form={(act, finish) => {
        if (act === 'rename') return <RenameForm at={at} here={here} finish={finish} />;
        if (act === 'merge-doors' || act === 'hint-same')
          return <MergeWithForm here={here} tells={act === 'hint-same'} finish={finish} />;
        if (act === 'hint-door') return <TellForm at={at} part={here.part} finish={finish} />;
        if (act === 'shut') return <CloseForm at={at} here={here} finish={finish} />;
        return <AddForm at={at} places={places} part={here.part} finish={finish} />;
      }}
    >
      <header className="case-head">
        <CardTitle>
          <span lang="zh-CN">{here.line}</span>
        </CardTitle>
        <p className="reg-facts">
          <span className="tag tag-state">{t(`doors.part.${here.part}`)}</span>
          <span>
            <DoorCounts of={here} />
          </span>
        </p>
      </header>
      <Facts here={here} />
      {below.length > 0 && (
        <section className="part">
          <h3>{t('doors.below')}</h3>
          <DoorRows nodes={below} open={at} label={t('doors.below')} />
        </section>
      )}
    </CardFrame>
  );
}

function actsFor(can: ReplyOf<typeof listDoors>['can'], here: DoorPlace): Act[] {
  if (can.keep) return actsOf(here);
  return can.hint ? hintsOf(here) : [];
}

function actsOf({ part, closed, address, unit }: DoorPlace): Act[] {
  if (closed !== null) return [];
  if (part === 'room') return ['rename', 'shut'];
  const isDoor = address !== null && unit === null;
  return ['add', 'rename', ...(isDoor ? (['merge-doors'] as const) : []), 'shut'];
}

/** What a committee can tell its street. */
function hintsOf({ part, closed, address, unit }: DoorPlace): Act[] {
  if (closed !== null || part === 'room') return [];
  return ['hint-door', ...(address !== null && unit === null ? (['hint-same'] as const) : [])];
}

/** The way up, one tap to each level. */
function Crumbs({ above }: { readonly above: readonly DoorStep[] }): ReactNode {
  const t = useT();
  return (
    <nav className="door-crumbs" aria-label={t('doors.crumbs')}>
      <Link to="/doors" search={{}}>
        {t('doors.street')}
      </Link>
      {above.map((step) => (
        <span key={JSON.stringify(atOf(step))}>
          <Icon name="next" size={14} />
          <Link to="/doors" search={atOf(step)} lang="zh-CN">
            {step.name}
          </Link>
        </span>
      ))}
    </nav>
  );
}

/** What is known of a single door. */
function Facts({ here }: { readonly here: DoorPlace }): ReactNode {
  const t = useT();
  const { cases, people, groupName, merged, about } = here;
  if (cases === null) return null;
  return (
    <dl className="door-facts">
      <div>
        <dt>{t('doors.people')}</dt>
        <dd>
          {people === null ? t('doors.people-few') : t('doors.people-count', { count: people })}
        </dd>
      </div>
      <div>
        <dt>{t('doors.group')}</dt>
        <dd lang="zh-CN">{groupName ?? t('doors.group-none')}</dd>
      </div>
      <div>
        <dt>{t('doors.cases')}</dt>
        <dd>{t('doors.cases-count', { count: cases })}</dd>
      </div>
      {merged.length > 0 && (
        <div>
          <dt>{t('doors.merged')}</dt>
          <dd lang="zh-CN">{merged.join('、')}</dd>
        </div>
      )}
      {about && (
        <div>
          <dt>{t('doors.about')}</dt>
          <dd>{t('doors.about-what')}</dd>
        </div>
      )}
    </dl>
  );
}
