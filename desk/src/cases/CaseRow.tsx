// SPDX-License-Identifier: Apache-2.0
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { filePath } from '@lilong/contracts/files';
import { Icon, type IconName } from '@lilong/ui/Icons.tsx';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { useT } from '../words.ts';
import { DueTag } from './DueTag.tsx';

interface CaseRowProps {
  readonly line: CaseLine;
  readonly now: number;
  readonly open: boolean;
  readonly picked: boolean;
  /** Shown when several may be acted on at once. */
  readonly onPick?: ((ref: string) => void) | undefined;
  readonly onOpen: (ref: string, event: MouseEvent) => void;
}

/** A plain link: three hundred of the router's would each listen to every change of the address. */
const addressOf = (ref: string): string => `${import.meta.env.BASE_URL}cases/${ref}`;

/** One case in a list: what, where, from whom, and how long is left. Light, because three hundred of them stand here. */
export const CaseRow = memo(function CaseRow({
  line,
  now,
  open,
  picked,
  onPick,
  onOpen,
}: CaseRowProps): ReactNode {
  const t = useT();
  return (
    <li className={`row${picked ? ' row-picked' : ''}`} data-ref={line.ref}>
      <a
        href={addressOf(line.ref)}
        className="row-link"
        aria-current={open || undefined}
        onClick={(event) => onOpen(line.ref, event)}
      >
        <Thumb line={line} />
        <span className="row-title">{line.title}</span>
        <span className="row-due">
          <DueTag line={line} now={now} />
          {line.dueAt === null && !line.paused && (
            <span className="tag">{t(`state.${line.state}`)}</span>
          )}
        </span>
        <span className="row-where">
          {line.address}
          {line.placeName !== '' && ` · ${line.placeName}`}
        </span>
        <span className="row-from">
          <Marks line={line} />
          {t(`channel.${line.channel}`)}
          {line.reports > 1 && ` · ${t('row.reports', { count: line.reports })}`}
        </span>
      </a>
      {onPick !== undefined && (
        <label className="row-pick">
          <input
            type="checkbox"
            checked={picked}
            onChange={() => onPick(line.ref)}
            aria-label={t('row.pick', { title: line.title })}
          />
        </label>
      )}
    </li>
  );
});

/** How it came in, for cases without a picture. */
const channelIcons: Readonly<Record<CaseLine['channel'], IconName>> = {
  home: 'person',
  committee: 'home',
  patrol: 'search',
  phone: 'phone',
  hotline_12345: 'phone',
  open311: 'send',
};

function Thumb({ line }: { readonly line: CaseLine }): ReactNode {
  if (line.photo === null) {
    return (
      <span className="row-thumb row-thumb-none">
        <Icon name={channelIcons[line.channel]} size={22} />
      </span>
    );
  }
  return (
    <img
      className="row-thumb"
      src={filePath(line.photo, 'thumb')}
      alt=""
      width={60}
      height={60}
      loading="lazy"
    />
  );
}

/** What makes this case unlike the others, in one word each. */
function Marks({ line }: { readonly line: CaseLine }): ReactNode {
  const t = useT();
  return (
    <>
      {line.urgent && <span className="mark-word mark-urgent">{t('mark.urgent')}</span>}
      {line.supervised && <span className="mark-word mark-urgent">{t('mark.supervised')}</span>}
      {line.forced && <span className="mark-word mark-urgent">{t('mark.forced')}</span>}
      {line.adjudication && <span className="mark-word">{t('mark.adjudication')}</span>}
      {line.waits !== null && <span className="mark-word">{t(`mark.waits.${line.waits}`)}</span>}
      {line.round > 1 && (
        <span className="mark-word">{t('mark.round', { round: line.round })}</span>
      )}
    </>
  );
}
