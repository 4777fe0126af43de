// SPDX-License-Identifier: Apache-2.0
// Many requests of one route in one transaction: those that come while others are under way wait for them and go together, so
// the fewer round trips and commits each costs, the more of them there are. See decision 0009.
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf, Route } from '@lilong/contracts/route';
import { type Ctx, makeCtx } from './ctx.ts';
import { flushAll } from './flush.ts';
import type { Host } from './host.ts';
import { memoryOf } from './retries.ts';
import {
  type Handler,
  isRead,
  type Request,
  runOnce,
  type ServeOptions,
  serveBy,
  transactionFor,
} from './serve.ts';

/** One request of several; its ctx notes, emits and asks for itself alone, all of them share the transaction. */
export interface Asked<T extends Route> {
  readonly ctx: Ctx;
  readonly input: InputOf<T>;
}
/** The answer to a request that needs more than the others: nothing was written for it, and it is run afterwards, alone. */
export const byItself = Symbol('by itself');
/**
 * Replies in the order of the requests. A request that is refused before anything was written for it is answered with its
 * Refusal, and the others go on. Whatever is thrown undoes all of them, and each is run anew, alone.
 */
export type TogetherHandler<T extends Route> = (
  asked: readonly Asked<T>[],
) => Promise<(ReplyOf<T> | Refusal | typeof byItself)[]>;

/** What was refused is an answer like any other. */
export function orRefusal<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (fault) {
    return refusalIn(fault);
  }
}
/** The same of what has to be waited for. */
export const refusalOr = <T>(work: () => Promise<T>): Promise<T | Refusal> =>
  work().catch(refusalIn);

function refusalIn(fault: unknown): Refusal {
  if (fault instanceof Refusal) return fault;
  throw fault;
}

/** One transaction of a route at once in one program: two would be half as full and cost as much each. */
const atOnce = 1;
/** Milliseconds after which one that is still under way, behind a lock perhaps, no longer holds up the next; and how many go then. */
const patience = 100;
const atMost = 4;
/** Requests in one of them. */
const most = 32;

/**
 * As `serve`, many at a time. Nothing of a refused request may be kept.
 *
 * @param alone whoever comes alone, and what has to be run by itself; without it `handle` serves one as it serves many
 */
export function serveTogether<T extends Route>(
  host: Host,
  route: T,
  handle: TogetherHandler<T>,
  options: Omit<ServeOptions, 'writes' | 'onReply'> = {},
  alone?: Handler<T>,
): void {
  const runAll = (requests: readonly Request[]) =>
    runTogether(host, route, handle as unknown as TogetherHandler<Route>, options, requests);
  const run = (request: Request) =>
    runOnce(host, route, alone as unknown as Handler<Route>, options, request);
  serveBy(host, route, options, alone === undefined ? together(runAll) : together(runAll, run));
}

async function runTogether(
  host: Host,
  route: Route,
  handle: TogetherHandler<Route>,
  options: ServeOptions,
  requests: readonly Request[],
): Promise<unknown[]> {
  let isMade = false;
  const work = transactionFor(host, route, options).execute(async (db) => {
    const now = host.clock();
    const all = requests.map(({ actor, id }) => makeCtx(host, db, actor, now, id));
    const results = await handle(
      all.map(({ ctx }, at) => ({ ctx, input: requests[at]?.input as never })),
    );
    if (options.open === undefined && all.some((one) => !one.asked()))
      throw new Error(`${route.path} replied without asking for permission`);
    const done = all.flatMap((gathered, at) => {
      const [result, retry] = [results[at], requests[at]?.retry];
      if (result instanceof Refusal || result === byItself) return [];
      return [{ gathered, remembered: memoryOf(host, options, retry, result) }];
    });
    if (isRead(route, options)) for (const { gathered } of done) host.reads.add(gathered);
    else await flushAll(db, done, host.keys);
    isMade = true;
    return { results, done };
  });
  const { results, done } = await work.catch((fault: unknown) => {
    throw isMade && !isUndone(fault) ? fault : new Undone(fault);
  });
  for (const { gathered } of done) for (const run of gathered.afterwards) run();
  if (done.some(({ gathered }) => gathered.emitted.length > 0)) host.wake();
  return results;
}

/** Nothing of it was written, for sure. */
export class Undone extends Error {
  override readonly cause: unknown;
  constructor(cause: unknown) {
    super('undone');
    this.cause = cause;
  }
}
/** The database said no to a statement. Where the connection is gone, nobody knows whether it was committed. */
const isUndone = (fault: unknown): boolean => (fault as { severity?: string }).severity === 'ERROR';

interface Waiting<A> {
  readonly asked: A;
  readonly resolve: (result: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/** Gathers what is asked while others are under way; in the order in which it came. Exported for its test. */
export function together<A>(
  runAll: (asked: readonly A[]) => Promise<unknown[]>,
  runOne: (asked: A) => Promise<unknown> = async (asked) => (await runAll([asked]))[0],
): (asked: A) => Promise<unknown> {
  const waiting: Waiting<A>[] = [];
  const settle = ({ resolve, reject }: Waiting<A>, result: unknown): void =>
    result instanceof Refusal ? reject(result) : resolve(result);
  const alone = async (one: Waiting<A>): Promise<void> => {
    try {
      settle(one, await runOne(one.asked));
    } catch (fault) {
      one.reject(fault instanceof Undone ? fault.cause : fault);
    }
  };
  const all = async (batch: readonly Waiting<A>[]): Promise<void> => {
    try {
      const results = await runAll(batch.map(({ asked }) => asked));
      const others = batch.filter((_, at) => results[at] === byItself);
      for (const [at, one] of batch.entries())
        if (results[at] !== byItself) settle(one, results[at]);
      for (const one of others) void alone(one);
    } catch (fault) {
      if (fault instanceof Undone) await Promise.all(batch.map(alone));
      else for (const one of batch) one.reject(fault);
    }
  };
  const next = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const leave = lane.enter();
    if (leave === undefined) return;
    const batch = waiting.splice(0, most);
    await (batch.length === 1 ? Promise.all(batch.map(alone)) : all(batch));
    leave();
    void next();
  };
  const lane = makeLane(() => void next());
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      void next();
    });
}

interface Lane {
  /** Nothing while it is taken; else what is called when one leaves it. */
  enter(): (() => void) | undefined;
}
/** One at a time; beside one that is slow another may go, until it is over. */
function makeLane(onRoom: () => void): Lane {
  let [running, allowed] = [0, atOnce];
  const enter = () => {
    if (running >= allowed) return undefined;
    running += 1;
    let more = 0;
    const slow = setTimeout(() => {
      if (allowed >= atMost) return;
      more = 1;
      allowed += more;
      onRoom();
    }, patience);
    return () => {
      clearTimeout(slow);
      allowed -= more;
      running -= 1;
    };
  };
  return { enter };
}
