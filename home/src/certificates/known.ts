// SPDX-License-Identifier: Apache-2.0
// What a check needs beside the certificate: keys and status. Asked for when there is a network, else as this browser
// learnt it last.
import type { IssuerKey } from '@lilong/contracts/certificate-check';
import { certificateKeys, certificateStatus } from '@lilong/contracts/certificates';
import { ask } from '@lilong/ui/client.ts';

const KEYS = 'lilong.certificates.keys';
const statusAt = (list: number): string => `lilong.certificates.status.${list}`;

export interface Known {
  readonly keys: readonly IssuerKey[];
  readonly status: string | undefined;
  /** Neither came from the network just now. */
  readonly isOld: boolean;
}

/** @param list what the certificate says where its status stands; undefined of what is none */
export async function knownFor(list: number | undefined): Promise<Known> {
  const keys = await freshOr(KEYS, async () =>
    JSON.stringify((await ask(certificateKeys, {})).keys),
  );
  const status =
    list !== undefined
      ? await freshOr(statusAt(list), async () => (await ask(certificateStatus, { list })).token)
      : undefined;
  return {
    keys: keys === undefined ? [] : (JSON.parse(keys.text) as IssuerKey[]),
    status: status?.text,
    isOld: keys?.isOld === true || status?.isOld === true,
  };
}

interface Text {
  readonly text: string;
  readonly isOld: boolean;
}
async function freshOr(name: string, fetchIt: () => Promise<string>): Promise<Text | undefined> {
  try {
    const text = await fetchIt();
    keep(name, text);
    return { text, isOld: false };
  } catch {
    const text = kept(name);
    return text === null ? undefined : { text, isOld: true };
  }
}

function keep(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // no room, or not allowed: the next check needs the network again
  }
}
function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
