// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { runUpload, stopUpload, type Upload } from '@lilong/contracts/registry-uploads';
import { useWrite } from '@lilong/ui/client.ts';
import { useState } from 'react';

export const isGoing = ({ state }: Upload): boolean => state === 'trying' || state === 'moving';

export interface Run {
  /** What was said of columns here, by title; an empty text leaves one out. */
  readonly said: Readonly<Record<string, string>>;
  readonly say: (title: string, field: string) => void;
  readonly pending: boolean;
  readonly problem: Problem | undefined;
  readonly run: (dry: boolean, again?: true) => void;
  readonly stop: () => void;
}

/** Has a file tried or taken in, with what was said of its columns. */
export function useRun({ upload }: Upload): Run {
  const refreshes = ['/api/registry/uploads', `/api/registry/uploads/:upload`];
  const run = useWrite(runUpload, { refreshes });
  const halt = useWrite(stopUpload, { refreshes });
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const map = Object.entries(said).map(([title, field]) => ({ title, field }));
  return {
    said,
    say: (title, field) => setSaid({ ...said, [title]: field }),
    pending: run.pending || halt.pending,
    problem: run.refusal ?? halt.refusal,
    run: (dry, again) =>
      void run.send({
        ...{ upload, dry },
        ...(again === true ? { again } : {}),
        ...(map.length > 0 ? { map } : {}),
      }),
    stop: () => void halt.send({ upload }),
  };
}
