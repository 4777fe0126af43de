// SPDX-License-Identifier: Apache-2.0
// Pages that are read in a day: the request that fills each of them. Seven of ten are read at home, three at desks. The
// shares are assumed (示例): no city publishes them.
import type { Asked } from '../load.ts';
import type { Errand } from './drive.ts';
import type { Made } from './errands.ts';
import type { People } from './people.ts';

type Read = (at: number) => Asked;
const got = (path: string, headers = ''): Asked => ({ method: 'GET', path, headers });
const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % all.length];

/** What somebody types who looks for a matter. */
const words = ['居住证', '老年卡', '我妈的敬老卡丢了', 'shb', '医保', '公积金'];

export function reading(people: People, made: Made, items: readonly string[]): () => Errand {
  const reads = [...readsAtHome(people, made, items), ...readsAtDesks(people, made)];
  const wheel = reads.flatMap(([share, read]) => Array.from({ length: share }, () => read));
  let at = 0;
  return () => {
    at += 1;
    const asked = pick(wheel, at * 37)?.(at) ?? got('/api/about');
    return async (ask) => void (await ask(asked));
  };
}

type Shared = readonly (readonly [share: number, read: Read])[];

function readsAtHome(people: People, made: Made, items: readonly string[]): Shared {
  const who = (at: number) => pick(people.residents, at * 7919);
  const mine = (path: string) => (at: number) => got(path, who(at)?.headers);
  return [
    [10, () => got('/api/about')],
    [10, mine('/api/me')],
    [8, mine('/api/my/reports')],
    [7, mine('/api/my/affairs')],
    [3, mine('/api/my/data')],
    [2, mine('/api/my/certificates')],
    [8, (at) => got(`/api/affairs/items?q=${encodeURIComponent(pick(words, at) ?? '')}`)],
    [7, (at) => got(`/api/affairs/items/${pick(items, at)}`)],
    [5, (at) => got(`/api/counters/centres?place=${streetOf(who(at)?.place ?? 0)}`)],
    [4, (at) => got(`/api/nearby?place=${who(at)?.place}`, who(at)?.headers)],
    [6, (at) => followed(made, at)],
  ];
}
const streetOf = (place: number): number => Math.floor(place / 1_000_000) * 1_000_000;

function followed({ tokens }: Made, at: number): Asked {
  const token = pick(tokens, at * 31);
  if (token === undefined) return got('/api/about');
  return { ...got('/api/counters/follow'), method: 'POST', body: JSON.stringify({ token }) };
}

function readsAtDesks({ dispatchers, reviewers, workers, halls }: People, made: Made): Shared {
  const by = (all: readonly string[], path: string) => (at: number) => got(path, pick(all, at));
  return [
    [6, by(dispatchers, '/api/cases')],
    [3, by(dispatchers, '/api/cases/counts')],
    [5, by(reviewers, '/api/affairs/applications')],
    [3, by(reviewers, '/api/affairs/counts')],
    [5, (at) => got('/api/counters/desk', pick(halls, at)?.clerk)],
    [4, (at) => got(`/api/counters/centres/${pick(halls, at)?.centre}/board`)],
    [
      4,
      (at) => {
        const worker = pick(workers, at);
        const body = JSON.stringify({ q: pick(worker?.names ?? [], at * 13) });
        return { ...got('/api/registry/find', worker?.headers), method: 'POST', body };
      },
    ],
    [
      3,
      (at) => {
        const own = pick(made.homeRefs, at * 17);
        return own === undefined
          ? got('/api/about')
          : got(`/api/my/affairs/${own.ref}`, own.headers);
      },
    ],
  ];
}
