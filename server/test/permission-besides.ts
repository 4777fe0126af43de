// SPDX-License-Identifier: Apache-2.0
/** What is served beside the contracts, and where it is looked at. */
export const besides: Readonly<Record<string, string>> = {
  'POST /api/files': 'uploads belong to nobody else; kernel/files.ts',
  'GET /api/files/:no': 'files, below',
  'GET /api/live': 'push, below',
  'GET /api/counters/centres/:centre/live':
    'calls of a hall, for everybody; counters.story.test.ts',
  'GET /api/openapi.json': 'says what there is, not what is in it',
  'GET /api/docs': 'the same for people',
  'GET /healthz': 'no data',
  'GET /metrics': 'counts, not public; kernel/watch.story.test.ts',
  'GET /open311/v2/discovery': 'no cases',
  'GET /open311/v2/services': 'no cases',
  'GET /open311/v2/services/:id': 'no cases',
  'GET /open311/v2/tokens/:id': 'no tokens',
  'GET /open311/v2/requests': 'Open311, below',
  'GET /open311/v2/requests/:id': 'Open311, below',
  'GET /open311/v2/requests/:id/updates': 'Open311, below',
  'GET /open311/v2/servicerequestupdates': 'Open311, below',
  'POST /open311/v2/requests': 'needs a key; open311.story.test.ts',
  'POST /open311/v2/servicerequestupdates': 'needs the key that made it; clients.story.test.ts',
  '* /open311/v2/*': 'an error',
  'GET /': 'screens',
  'GET /desk/': 'screens',
};
