// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import { Refusal } from '@lilong/contracts/refusals';
import type { Host } from '../kernel/host.ts';
import type { Sealed } from '../kernel/reseal.ts';
import { base, discover } from './discovery.ts';
import { type Limits, makeLimits } from './limits.ts';
import { defineService, listServices } from './listing.ts';
import { postRequest } from './post.ts';
import { listRequests, listUpdates, listUpdatesOf, showRequest } from './requests.ts';
import { type Posting, type Reading, serveResources } from './serve.ts';
import { postUpdate } from './update.ts';

/** What Open311 seals. */
export const open311Sealed: readonly Sealed[] = [
  { table: 'open311.api_key', key: ['no'], column: 'contact_sealed', form: 'text' },
];
export { endApiKey, type KeyLine, listApiKeys, makeApiKey, type NewKey } from './keys.ts';

/** Open311 GeoReport v2, for programs that other people wrote. */
export function open311Module(host: Host): void {
  const limits = makeLimits();
  serveResources(host, base, [...rules(limits), ...reading(limits), ...posting(limits)]);
}

function rules(limits: Limits): Reading[] {
  const open = 'categories and addresses are public; limited';
  const get = (path: string, root: string, handle: Reading['handle']): Reading => ({
    method: 'GET',
    path,
    root,
    open,
    handle: (ctx, asked) => {
      limits.rules(ctx);
      return handle(ctx, asked);
    },
  });
  return [
    get('/discovery', 'discovery', discover),
    get('/services', 'services', listServices),
    get('/services/:id', 'service_definition', (ctx, { id }) => defineService(ctx, id)),
    // Every request has its number at once, so that no token is ever given out.
    get('/tokens/:id', 'service_requests', async (_, { id }) => {
      throw new Refusal('open311.request', { ref: id }, 'token');
    }),
  ];
}

function reading(limits: Limits): Reading[] {
  const open = 'what others may see, by category; limited';
  const get = (path: string, root: string, handle: Reading['handle']): Reading => ({
    method: 'GET',
    path,
    root,
    open,
    handle,
  });
  return [
    get('/requests', 'service_requests', async (ctx, { fields }) =>
      listRequests(ctx, await limits.reader(ctx, fields), fields),
    ),
    get('/requests/:id', 'service_requests', async (ctx, { id, fields }) =>
      showRequest(ctx, await limits.reader(ctx, fields), fields, id),
    ),
    get('/requests/:id/updates', 'service_request_updates', async (ctx, { id, fields }) =>
      listUpdatesOf(ctx, await limits.reader(ctx, fields), id),
    ),
    get('/servicerequestupdates', 'service_request_updates', async (ctx, { fields }) =>
      listUpdates(ctx, await limits.reader(ctx, fields), fields),
    ),
  ];
}

function posting(limits: Limits): Posting[] {
  const post = (path: string, root: string, handle: Posting['handle']): Posting => ({
    method: 'POST',
    path,
    root,
    admit: limits.poster,
    handle,
  });
  return [
    post('/requests', 'service_requests', postRequest),
    post('/servicerequestupdates', 'service_request_updates', postUpdate),
  ];
}
