// SPDX-License-Identifier: Apache-2.0
import type { Upload, UploadState } from '@lilong/contracts/registry-uploads';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';

const looks: Readonly<Partial<Record<UploadState, string>>> = {
  failed: 'tag-late',
  stopped: 'tag-soon',
  arriving: 'tag-soon',
  done: 'tag-done',
};

/** Where a file is, in words. */
export function StateTag({ upload }: { readonly upload: Upload }): ReactNode {
  const t = useT();
  const { state } = upload;
  return (
    <span className={`tag ${looks[state] ?? 'tag-state'}`}>{t(`uploads.state.${state}`)}</span>
  );
}
