// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { filePath } from '@lilong/contracts/files';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '../words.ts';

type OfCase = CasePage['photos'][number];
type Photo = Omit<OfCase, 'kind'> & { readonly kind: OfCase['kind'] | 'evidence' };

/** The pictures of a case or an objection, the newest work last; pressed, one fills the screen. */
export function Photos({ photos }: { readonly photos: readonly Photo[] }): ReactNode {
  const t = useT();
  const say = useMoment();
  const [large, setLarge] = useState<number>();
  const pictures = photos.filter(({ kind }) => kind !== 'voice');
  if (pictures.length === 0) return null;
  const wordsOf = ({ kind, at }: Photo) => `${t(`photo.${kind}`)} ${say(at)}`;
  const shown = large === undefined ? undefined : pictures[large];
  return (
    <div className="pics">
      {pictures.map((photo, order) => (
        <button
          key={photo.file}
          type="button"
          className="pic"
          onClick={() => setLarge(order)}
          aria-label={t('photo.open', { what: wordsOf(photo) })}
        >
          <img src={filePath(photo.file, 'thumb')} alt="" loading="lazy" />
          <span>{wordsOf(photo)}</span>
        </button>
      ))}
      {shown !== undefined && (
        <Large
          photo={shown}
          words={wordsOf(shown)}
          onClose={() => setLarge(undefined)}
          onStep={(by) => setLarge(((large ?? 0) + by + pictures.length) % pictures.length)}
        />
      )}
    </div>
  );
}

interface LargeProps {
  readonly photo: Photo;
  readonly words: string;
  readonly onClose: () => void;
  readonly onStep: (by: 1 | -1) => void;
}

function Large({ photo, words, onClose, onStep }: LargeProps): ReactNode {
  const t = useT();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog
      ref={box}
      className="large"
      aria-label={words}
      onClose={onClose}
      onKeyDown={({ key }) => {
        if (key === 'ArrowRight') onStep(1);
        if (key === 'ArrowLeft') onStep(-1);
      }}
    >
      <img src={filePath(photo.file)} alt={words} />
      <div className="large-bar">
        <button type="button" onClick={() => onStep(-1)} aria-label={t('photo.previous')}>
          <Icon name="back" />
        </button>
        <span>{words}</span>
        <button type="button" onClick={() => onStep(1)} aria-label={t('photo.next')}>
          <Icon name="next" />
        </button>
        <button type="button" onClick={() => box.current?.close()} aria-label={t('photo.close')}>
          <Icon name="close" />
        </button>
      </div>
    </dialog>
  );
}
