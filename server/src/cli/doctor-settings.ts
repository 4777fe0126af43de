// SPDX-License-Identifier: Apache-2.0
import type { Config } from '../config.ts';
import { bad, type Finding, good, warn } from './finding.ts';

/** What real use should have set. The demonstration needs nothing. */
export function checkSettings(config: Config, mode: 'demo' | 'serve'): Finding[] {
  if (mode === 'demo') return [];
  const { PUBLIC_URL, TRUST_PROXY, HOST } = config;
  const findings: Finding[] = [];
  if (PUBLIC_URL === undefined) findings.push(warn('doctor.no-public-url'));
  else if (!PUBLIC_URL.startsWith('https://'))
    findings.push(warn('doctor.not-https', { url: PUBLIC_URL }));
  const loopback = /^(127\.|::1$|localhost$)/.test(HOST);
  if (loopback && PUBLIC_URL !== undefined && !TRUST_PROXY)
    findings.push(warn('doctor.no-trust-proxy', { host: HOST }));
  findings.push(...checkSms(config));
  if (config.UNIT_NAME === undefined) findings.push(warn('doctor.no-unit'));
  return findings.length === 0 ? [good('doctor.settings')] : findings;
}

/** Without codes residents cannot sign in; with a half-set address the program does not start. */
function checkSms({ SMS_URL, SMS_SECRET }: Config): Finding[] {
  if (SMS_URL === undefined) return [warn('doctor.no-sms')];
  const whole = SMS_URL.includes('{phone}') && SMS_URL.includes('{text}');
  return whole && SMS_SECRET !== undefined ? [] : [bad('doctor.sms-broken')];
}
