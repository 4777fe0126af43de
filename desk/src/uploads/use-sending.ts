// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { putUploadPart, uploadSize } from '@lilong/contracts/registry-uploads';
import { ask, asRefused, refresh } from '@lilong/ui/client.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { base64Of } from '../labels/base64.ts';

/** A line that was lost for a moment is tried again, so often, after so long. */
const TRIES = 4;
const PAUSE_MS = 1_500;
const PATIENCE_MS = 120_000;

interface Sending {
  /** Percent that have arrived; none while nothing is sent. */
  readonly percent: number | undefined;
  readonly problem: Problem | undefined;
  /** Sends what is missing, part by part; true when all of it is there. */
  readonly send: (upload: number, file: File, from: number) => Promise<boolean>;
}

/** A file goes in parts: none of them is held longer than it is on its way, and what arrived stays. */
export function useSending(): Sending {
  const queries = useQueryClient();
  const [percent, setPercent] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  async function send(upload: number, file: File, from: number): Promise<boolean> {
    setProblem(undefined);
    const parts = Math.ceil(file.size / uploadSize.part);
    try {
      for (let part = from; part < parts; part++) {
        setPercent(Math.floor((part / parts) * 100));
        const piece = file.slice(part * uploadSize.part, (part + 1) * uploadSize.part);
        await sendPart(upload, part, await base64Of(piece));
      }
      return true;
    } catch (fault) {
      setProblem(asRefused(fault).problem);
      return false;
    } finally {
      setPercent(undefined);
      await refresh(queries, 'registry');
    }
  }
  return { percent, problem, send };
}

async function sendPart(upload: number, part: number, data: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await ask(putUploadPart, { upload, part, data }, {}, PATIENCE_MS);
      return;
    } catch (fault) {
      const { status } = asRefused(fault).problem;
      if (tries === TRIES || (status >= 400 && status < 500)) throw fault;
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
  }
}
