// SPDX-License-Identifier: Apache-2.0
import { filePath } from '@lilong/contracts/files';
import { type ReactNode, useState } from 'react';
import { useT } from '../words/use.ts';
import { Sheet } from './Sheet.tsx';

interface PicturesProps {
  readonly files: readonly number[];
  readonly label: 'my.photo' | 'my.photo-after' | 'objection.photo';
}

/** Small pictures; each opens over its page, because a web view has no other window to open. */
export function Pictures({ files, label }: PicturesProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState<number>();
  if (files.length === 0) return null;
  const nameOf = (index: number) => t(label, { place: index + 1 });
  const file = open === undefined ? undefined : files[open];
  return (
    <div className="photo-grid">
      {files.map((one, index) => (
        <button key={one} type="button" className="photo" onClick={() => setOpen(index)}>
          <img src={filePath(one, 'thumb')} alt={nameOf(index)} loading="lazy" />
        </button>
      ))}
      {open !== undefined && file !== undefined && (
        <Sheet title={nameOf(open)} onClose={() => setOpen(undefined)}>
          <img className="whole-photo" src={filePath(file)} alt="" />
        </Sheet>
      )}
    </div>
  );
}
