// SPDX-License-Identifier: Apache-2.0
import { filePath } from '@lilong/contracts/files';
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '../words.ts';

interface PapersProps {
  readonly files: readonly number[];
  readonly name: string;
}

/** Pictures of a paper; pressed, one fills the screen to be read. */
export function Papers({ files, name }: PapersProps): ReactNode {
  const t = useT();
  const [large, setLarge] = useState<number>();
  if (files.length === 0) return null;
  const nameOf = (at: number): string => t('affairs.picture', { name, nth: at + 1 });
  return (
    <div className="affairs-pictures">
      {files.map((file, at) => (
        <button
          key={file}
          type="button"
          aria-label={t('photo.open', { what: nameOf(at) })}
          onClick={() => setLarge(at)}
        >
          <img src={filePath(file, 'thumb')} alt="" loading="lazy" />
        </button>
      ))}
      {large !== undefined && files[large] !== undefined && (
        <Large file={files[large]} name={nameOf(large)} onClose={() => setLarge(undefined)} />
      )}
    </div>
  );
}

interface LargeProps {
  readonly file: number;
  readonly name: string;
  readonly onClose: () => void;
}
function Large({ file, name, onClose }: LargeProps): ReactNode {
  const t = useT();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog ref={box} className="large" aria-label={name} onClose={onClose}>
      <img src={filePath(file)} alt={name} />
      <div className="large-bar">
        <span>{name}</span>
        <button type="button" onClick={() => box.current?.close()} aria-label={t('photo.close')}>
          <Icon name="close" />
        </button>
      </div>
    </dialog>
  );
}
