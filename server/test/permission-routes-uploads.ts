// SPDX-License-Identifier: Apache-2.0
// Who may call the routes of files at the desk; uploads.story.test.ts tries whose file is whose.
import type { Access } from './permission-routes.ts';

const ofFile = (sample: Readonly<Record<string, unknown>> = {}): Access => ({
  ...{ who: ['system_admin'], about: 'none', sample: () => sample },
});
const one = { upload: 1 };

export const uploadAccess: Readonly<Record<string, Access>> = {
  'GET /api/registry/uploads': ofFile(),
  'POST /api/registry/uploads': ofFile({
    ...{ kind: 'people', under: 310101002000000, source: '某所', name: 'a.csv', bytes: 1 },
  }),
  'POST /api/registry/uploads/:upload/parts/:part': ofFile({ ...one, part: 0, data: 'YQ==' }),
  'GET /api/registry/uploads/:upload': ofFile(one),
  'GET /api/registry/uploads/:upload/columns': ofFile(one),
  'POST /api/registry/uploads/:upload/run': ofFile({ ...one, dry: true }),
  'POST /api/registry/uploads/:upload/stop': ofFile(one),
  'POST /api/registry/uploads/:upload/drop': ofFile(one),
  'GET /api/registry/uploads/:upload/refused': ofFile(one),
  'POST /api/registry/uploads/:upload/refused/file': ofFile(one),
};
