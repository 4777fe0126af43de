// SPDX-License-Identifier: Apache-2.0
import * as routes from '@lilong/contracts/catalogue';
import type { Host } from '../kernel/host.ts';
import type { LiveNews } from '../kernel/live.ts';
import { serve } from '../kernel/serve.ts';
import { decideRule, diffRule, draftRule, showRules } from './edit.ts';

export { changesBetween } from './diff.ts';
export { misfitOf } from './shapes.ts';

/** What a city may change: drafted by one administrator, approved by another, dated. */
export function rulesModule(host: Host): void {
  serve(host, routes.listCatalogue, showRules);
  serve(host, routes.draftCatalogue, draftRule);
  serve(host, routes.diffCatalogue, diffRule);
  serve(host, routes.decideCatalogue, decideRule);
  host.http.addHook('onReady', () =>
    host.db.listen(
      'lilong_live',
      (payload) => forgetIfChanged(host, payload),
      () => host.catalogue.forget(),
    ),
  );
}

/** Another process approved a row: what this one remembers is old. */
function forgetIfChanged(host: Host, payload: string): void {
  const news = JSON.parse(payload) as LiveNews[]; // sent by our own relay
  if (news.some(({ topic, everyone }) => topic === 'catalogue' || everyone === true))
    host.catalogue.forget();
}
