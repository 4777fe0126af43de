// SPDX-License-Identifier: Apache-2.0
import { systemActor } from '../kernel/actor.ts';
import type { Host } from '../kernel/host.ts';
import { asSystem } from '../kernel/serve.ts';
import { signAllLists } from './status.ts';

export function certificatesOn({ subscribers }: Host): void {
  subscribers.every('23 3 * * *', 'certificates.sign-lists', signLists);
}

/** Whoever checks should know that nothing changed since: lists are signed anew each night. */
const signLists = (host: Host): Promise<void> =>
  asSystem(host, 'certificates.sign-lists', systemActor, signAllLists);
