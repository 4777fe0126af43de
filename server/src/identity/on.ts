// SPDX-License-Identifier: Apache-2.0
import type { Host } from '../kernel/host.ts';
import { deleteMessage, selectMessage, sweep } from './code-queries.ts';
import type { SendSms, Sms } from './sms.ts';

/** What identity does when something happened, and by the clock. */
export function identityOn(host: Host, send: SendSms | undefined): void {
  // Fails and is tried again at 2, 4, 8 … s, until the code in it is over.
  host.subscribers.send('message.written', 'identity.send-message', async (on, { facts }) => {
    const no = Number(facts.message);
    const sealed = await selectMessage(on.db.kysely, no, on.clock());
    if (sealed === undefined || send === undefined) return;
    await send(JSON.parse(on.keys.open(sealed)) as Sms, on.clock()); // sealed by `putOut`
    await deleteMessage(on.db.kysely, no);
  });
  host.subscribers.every('17 3 * * *', 'identity.sweep', (on) => sweep(on.db.kysely, on.clock()));
}
