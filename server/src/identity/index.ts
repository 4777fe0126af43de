// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import * as routes from '@lilong/contracts/identity';
import type { Host } from '../kernel/host.ts';
import { makeLimit } from '../kernel/limits.ts';
import { serve } from '../kernel/serve.ts';
import { enterByCode, sendCode } from './codes.ts';
import { dropCookie, setCookie } from './cookie.ts';
import { importCsv } from './import.ts';
import { lend, lendFor, showBorrowers, showColleagues, showLoans, takeBack } from './loans.ts';
import { actAsPost, endSession, keepLanguage, tellWho } from './me.ts';
import { identityOn } from './on.ts';
import { decide, end, give } from './posts.ts';
import { makeSessions, type Sessions } from './sessions.ts';
import { chooseFresh, enterByDoor, type SignInLimits, signInByPassword } from './sign-in.ts';
import { consoleSms, httpSms, type SendSms } from './sms.ts';
import { reset, showStaff } from './staff.ts';

export { type Contact, openContact } from './contact.ts';
export { type Beginning, type FirstAdmin, makeFirstAdmins } from './first.ts';
export { canWriteToNumber, mayWriteTo, writeTo, writeToNumber } from './messages.ts';
export { seedPeople } from './people.ts';
export { rememberCommittee, setLevel } from './queries.ts';
export { recover } from './recover.ts';
export { forgetCodes, identitySealed } from './sealed.ts';
export { beginSession } from './sessions.ts';

/** Four million characters, most of them Chinese. */
const IMPORT_BYTES = 13_000_000;

/** Accounts, sign-in, posts. Tells the kernel who sends a request. */
export function identityModule(host: Host): void {
  const sessions = makeSessions(host);
  const { log } = host.http;
  const send = host.demo ? consoleSms((line) => log.info(line)) : httpSms(host.config);
  host.whoIs = sessions.whoIs;
  identityOn(host, send);
  serveDoors(host, sessions, send);
  serveOwn(host, sessions);
  serveStaff(host, sessions);
}

/** Ways in and out. */
function serveDoors(host: Host, sessions: Sessions, send: SendSms | undefined): void {
  const limits: SignInLimits = { address: makeLimit(600, 15), unknown: new Map() };
  const open = { open: 'signing in', onReply: setCookie(host.config) };
  serve(host, routes.whoAmI, tellWho, { open: 'nobody is an answer too' });
  serve(host, routes.signIn, (ctx, input) => signInByPassword(ctx, input, limits, sessions), open);
  serve(host, routes.requestCode, (ctx, input) => sendCode(ctx, input, send), {
    open: 'signing in',
    secret: true,
  });
  serve(host, routes.signInByCode, (ctx, input) => enterByCode(ctx, input, sessions), open);
  serve(host, routes.signInDemo, (ctx, input) => enterByDoor(ctx, input, sessions), open);
  serve(host, routes.signOut, (ctx, input) => endSession(ctx, input, sessions), {
    open: 'signing out twice does no harm',
    onReply: dropCookie(host.config),
  });
}

/** What somebody does with their own account. */
function serveOwn(host: Host, sessions: Sessions): void {
  serve(host, routes.actAs, (ctx, input) => actAsPost(ctx, input, sessions));
  serve(host, routes.saveLanguage, keepLanguage);
  serve(host, routes.changePassword, (ctx, input) => chooseFresh(ctx, input, sessions), {
    secret: true,
  });
  serve(host, routes.listColleagues, showColleagues);
  serve(host, routes.lendPost, lend);
  serve(host, routes.listLoans, showLoans);
  serve(host, routes.endLoan, (ctx, input) => takeBack(ctx, input, sessions));
}

/** What administrators do. */
function serveStaff(host: Host, sessions: Sessions): void {
  serve(host, routes.listStaff, showStaff);
  serve(host, routes.givePost, give);
  serve(host, routes.listBorrowers, showBorrowers);
  serve(host, routes.lendPostOf, lendFor);
  serve(host, routes.decidePost, decide);
  serve(host, routes.endPost, (ctx, input) => end(ctx, input, sessions));
  serve(host, routes.resetPassword, (ctx, input) => reset(ctx, input, sessions), { secret: true });
  serve(host, routes.importStaff, importCsv, { secret: true, bodyLimit: IMPORT_BYTES });
}
