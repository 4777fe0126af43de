// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import { about, giveFeedback } from '@lilong/contracts/office';
import type { Host } from '../kernel/host.ts';
import { makeLimit } from '../kernel/limits.ts';
import type { Sealed } from '../kernel/reseal.ts';
import { serve } from '../kernel/serve.ts';
import { takeFeedback, tellAbout } from './office.ts';

export { type Said, selectFeedback } from './queries.ts';

/** What the office seals. */
export const officeSealed: readonly Sealed[] = [
  { table: 'office.feedback', key: ['no'], column: 'contact_sealed', form: 'text' },
];

const mostAnHour = 10;

/** What a deployment says of itself, and what people say of it. */
export function officeModule(host: Host): void {
  const limit = makeLimit(mostAnHour, 60);
  serve(host, about, tellAbout, { open: 'who runs this is for everybody to know' });
  serve(host, giveFeedback, (ctx, input) => takeFeedback(ctx, input, limit), {
    open: 'a complaint needs no account',
  });
}
