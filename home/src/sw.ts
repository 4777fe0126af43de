// SPDX-License-Identifier: Apache-2.0
// Keeps the shell of home on the phone, so that a report can be written and kept without a network.
// It never keeps what the server says about people: only the program itself and outlines of places.

/** What is used of ServiceWorkerGlobalScope; TypeScript's library of workers clashes with that of pages. */
interface WorkerScope {
  readonly caches: CacheStorage;
  readonly location: Location;
  skipWaiting(): Promise<void>;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(of: { type: 'window' }): Promise<readonly Page[]>;
    openWindow(path: string): Promise<unknown>;
  };
  addEventListener(type: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(type: 'notificationclick', hear: (event: Clicked) => void): void;
  addEventListener(type: 'fetch', hear: (event: Fetching) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Page {
  readonly url: string;
  focus(): Promise<unknown>;
}
interface Clicked extends Lasting {
  readonly notification: { readonly data: unknown; close(): void };
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const scope = self as unknown as WorkerScope;
const shell = JSON.parse('__SHELL__') as string[]; // the build writes the list here
const SHELL = `shell-${shell
  .join()
  .split('')
  .reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) | 0, 7)}`;
const MAPS = 'maps-1';
const SLOW_MS = 4_000;
const pages =
  /^\/($|report($|\/)|my($|\/)|nearby$|me$|about$|feedback$|sign-in$|order\/|hall($|\/)|affairs($|\/)|assistance\/notices$|ticket$|booked$|board\/|kiosk\/|certificates($|\/)|rated\/|check$)/;

scope.addEventListener('install', (event) => {
  event.waitUntil(scope.caches.open(SHELL).then((kept) => kept.addAll(shell)));
  void scope.skipWaiting();
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld().then(() => scope.clients.claim()));
});

/** A notice leads to its page, which is open behind another one most of the time. */
scope.addEventListener('notificationclick', (event) => {
  const { notification } = event;
  notification.close();
  event.waitUntil(goTo(String(notification.data)));
});

async function goTo(path: string): Promise<void> {
  const open = await scope.clients.matchAll({ type: 'window' });
  const there = open.find(({ url }) => new URL(url).pathname === path);
  await (there?.focus() ?? scope.clients.openWindow(path));
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return;
  if (request.mode === 'navigate') {
    if (pages.test(url.pathname)) event.respondWith(page(request));
    return;
  }
  if (url.pathname.startsWith('/assets/')) event.respondWith(keptFirst(request, SHELL));
  if (url.pathname.startsWith('/api/map/')) event.respondWith(freshFirst(request, MAPS));
});

async function forgetOld(): Promise<void> {
  const names = await scope.caches.keys();
  await Promise.all(
    names
      .filter((name) => name !== SHELL && name !== MAPS)
      .map((name) => scope.caches.delete(name)),
  );
}

/** Every page is the same shell: from the network when it answers soon, else as kept. */
async function page(request: Request): Promise<Response> {
  const kept = await scope.caches.match('/');
  if (kept === undefined) return fetch(request);
  const fresh = fetch(request).then((reply) => (reply.ok ? reply : kept));
  const slow = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), SLOW_MS));
  return Promise.race([fresh.catch(() => kept), slow]);
}

async function keptFirst(request: Request, name: string): Promise<Response> {
  return (await scope.caches.match(request)) ?? fetchAndKeep(request, name);
}

async function freshFirst(request: Request, name: string): Promise<Response> {
  try {
    return await fetchAndKeep(request, name);
  } catch (error) {
    const kept = await scope.caches.match(request);
    if (kept === undefined) throw error;
    return kept;
  }
}

async function fetchAndKeep(request: Request, name: string): Promise<Response> {
  const reply = await fetch(request);
  if (reply.ok) {
    const kept = await scope.caches.open(name);
    await kept.put(request, reply.clone());
  }
  return reply;
}
