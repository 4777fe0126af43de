// SPDX-License-Identifier: Apache-2.0
import { type AffairPage, getMine, saveDraft, startDraft } from '@lilong/contracts/affairs';
import { ask, asRefused, newKey } from '@lilong/ui/client.ts';
import type { Sent as Told } from './told.ts';

/** What is told, and by which mandate for somebody else. */
type Sent = Told & { readonly mandate?: number };

/** An application that the server has begun. */
export interface Begun {
  readonly ref: string;
  readonly version: number;
}
export interface Saved extends Begun {
  /** Nothing was left out. */
  readonly whole: boolean;
}
export const begunOf = ({ ref, version }: AffairPage): Begun => ({ ref, version });

/**
 * Keeps on the server what was typed so far. A field that is not whole yet is left out until it is. Was it changed elsewhere
 * meanwhile, `together` says what is kept of both.
 *
 * @throws {Refused} when nothing could be kept
 */
export async function saveSoFar(
  item: string,
  begun: Begun | undefined,
  sent: Sent,
  together: (now: AffairPage) => Sent,
  tries = 4,
): Promise<Saved> {
  try {
    return { ...(await saveOnce(item, begun, sent)), whole: true };
  } catch (error) {
    const { code, field, facts } = asRefused(error).problem;
    if (tries === 0) throw error;
    const [, blamed] = /^fields\.(.+)$/.exec(field ?? '') ?? [];
    if (blamed !== undefined) {
      const fewer = { ...sent, fields: without(sent.fields, blamed) };
      return { ...(await saveSoFar(item, begun, fewer, together, tries - 1)), whole: false };
    }
    const there = code === 'affairs.there' ? facts.ref : undefined;
    const ref = begun?.ref ?? (typeof there === 'string' ? there : undefined);
    if (ref === undefined || (code !== 'affairs.changed' && code !== 'affairs.there')) throw error;
    const { mandate } = sent;
    const now = await ask(getMine, { ref, ...(mandate === undefined ? {} : { mandate }) });
    return saveSoFar(item, begunOf(now), together(now), together, tries - 1);
  }
}

async function saveOnce(item: string, begun: Begun | undefined, sent: Sent): Promise<Begun> {
  const headers = { 'idempotency-key': newKey() };
  if (begun === undefined) return begunOf(await ask(startDraft, { item, ...sent }, headers));
  const { ref, version } = begun;
  return begunOf(await ask(saveDraft, { ref, version, ...sent }, headers));
}

const without = (fields: Sent['fields'], key: string): Sent['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
