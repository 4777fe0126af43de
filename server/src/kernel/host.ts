// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Tools } from './ctx.ts';
import type { Database } from './db.ts';
import type { Subscribers } from './events.ts';
import type { MaySee, SawFile } from './files.ts';
import type { FileStore } from './filestore.ts';
import type { Live } from './live.ts';
import type { TellGranted, TellOwn } from './own-told.ts';
import type { Reads } from './reads.ts';

/** What one running program consists of; modules put their routes and subscribers into it. */
export interface Host extends Tools {
  readonly http: FastifyInstance;
  readonly db: Database;
  readonly clock: Clock;
  readonly files: FileStore;
  /** Put in by each module whose subjects carry files: the first that says yes opens one. */
  readonly seesFile: MaySee[];
  /** Put in by modules that write down who opened a file of theirs whole. */
  readonly sawFile: SawFile[];
  /** Put in by modules that keep something of a person beside the registry. */
  readonly tellsOwn: TellOwn[];
  /** Set by `affairs`: what a permission of an application is about. */
  tellGranted: TellGranted;
  readonly live: Live;
  readonly subscribers: Subscribers;
  readonly reads: Reads;
  /** Set by `identity`: who sends this request. */
  whoIs: (req: FastifyRequest, language: Language) => Promise<Actor>;
  /** Set by `events`: there is something to relay. */
  wake: () => void;
  /** Routes served, for the OpenAPI document and the permission tests. */
  readonly served: import('./serve.ts').Served[];
}
