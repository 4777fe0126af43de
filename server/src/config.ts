// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { Trouble } from './kernel/voice.ts';

const Text = (description: string) => Type.Optional(Type.String({ description }));

/** All settings: name, default, unit, meaning. They come from the environment. */
export const Settings = Type.Object({
  PORT: Type.Integer({
    default: 8080,
    minimum: 0,
    maximum: 65_535,
    description: 'TCP port; 0 takes a free one',
  }),
  HOST: Type.String({
    default: '127.0.0.1',
    description: 'address to listen on; the demonstration never leaves loopback',
  }),
  PUBLIC_URL: Text('address people type, https://…; default http://localhost:PORT'),
  TRUST_PROXY: Type.Boolean({
    default: false,
    description: 'believe X-Forwarded-For of the proxy in front',
  }),
  DATA_DIR: Type.String({ default: './var', description: 'embedded database and files' }),
  DATABASE_URL: Text('postgres:// address of the program role; without it the embedded database'),
  DATABASE_ADMIN_URL: Text('postgres:// address of the owner, for migrations only'),
  DATABASE_CONNECTIONS: Type.Integer({
    default: 20,
    minimum: 2,
    maximum: 200,
    description: 'connections of this process',
  }),
  FILES: Text('folder of photos and voice notes; default DATA_DIR/files'),
  KEYS: Text(
    'file of the master keys, today’s first, outside database and backup; default DATA_DIR/keys/master',
  ),
  MAP_TILES: Text('address of your own base map, …/{z}/{x}/{y}.png; without it outlines only'),
  TIME_ZONE: Type.String({
    default: 'Asia/Shanghai',
    description: 'IANA name; whole days are counted in it',
  }),
  SESSION_HOURS: Type.Number({
    default: 12,
    exclusiveMinimum: 0,
    description: 'hours until a session of staff ends',
  }),
  RESIDENT_SESSION_DAYS: Type.Number({
    default: 30,
    exclusiveMinimum: 0,
    description: 'days until a session of a resident ends',
  }),
  LOCK_MINUTES: Type.Integer({
    default: 15,
    minimum: 1,
    description: 'minutes that five wrong passwords lock an account',
  }),
  LOAN_DAYS: Type.Integer({
    default: 30,
    minimum: 1,
    description: 'days that a post can be lent at most',
  }),
  PHOTO_MAX_BYTES: Type.Integer({
    default: 12_000_000,
    minimum: 100_000,
    description: 'largest upload, bytes',
  }),
  SMS_URL: Text('template address that sends a code: {phone} and {text} are filled in'),
  SMS_SECRET: Text('key that signs each SMS request (HMAC-SHA256)'),
  UNIT_NAME: Text('deploying unit, shown in 关于'),
  FILING_NO: Text('filing number of the deployment, shown in 关于'),
  PRIVACY_CONTACT: Text('whom to ask about personal data'),
  METRICS_TOKEN: Text('bearer token for /metrics from outside loopback'),
  CASE_LABELS: Type.Boolean({
    default: false,
    description:
      'departments may open labels of level 5, one person at a time, to the workers of a committee',
  }),
  LOG_LEVEL: Type.String({ default: 'info', description: 'fatal, error, warn, info, debug' }),
});
export type Config = Static<typeof Settings>;

export const version: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  }
).version;

/** What the shape of a setting does not say: how it is written, and whether a value is so. */
const checks: Partial<Record<keyof Config, [form: string, isGood: (value: string) => boolean]>> = {
  PUBLIC_URL: ['https://…', (value) => /^https?:$/.test(protocolOf(value))],
  DATABASE_URL: ['postgres://…', (value) => /^postgres(ql)?:$/.test(protocolOf(value))],
  MAP_TILES: [
    'https://…/{z}/{x}/{y}.png',
    (value) =>
      /^(https?:\/)?\/[^\s;,]+$/.test(value) &&
      ['{z}', '{x}', '{y}'].every((part) => value.includes(part)),
  ],
  DATABASE_ADMIN_URL: ['postgres://…', (value) => /^postgres(ql)?:$/.test(protocolOf(value))],
  TIME_ZONE: ['Asia/Shanghai, …', isZone],
  LOG_LEVEL: [
    'fatal | error | warn | info | debug',
    (value) => /^(fatal|error|warn|info|debug)$/.test(value),
  ],
};
const protocolOf = (address: string): string => URL.parse(address)?.protocol ?? '';

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Reads the settings once, at start.
 *
 * @throws {Trouble} with every mistake listed, not the first. What was set is not repeated: it may be a secret
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const known = Object.fromEntries(
    Object.entries(env).filter(
      ([name, value]) => name in Settings.properties && value !== undefined && value !== '',
    ),
  );
  const given = Value.Convert(Settings, Value.Default(Settings, known));
  const misshapen = [...Value.Errors(Settings, given)].map(({ instancePath }) =>
    instancePath.slice(1),
  );
  const unfit = Object.entries(checks).filter(([name, [, isGood]]) => {
    const value = (given as Record<string, unknown>)[name];
    return typeof value === 'string' && !isGood(value);
  });
  const wrong = [...new Set([...misshapen, ...unfit.map(([name]) => name)])] as (keyof Config)[];
  if (wrong.length > 0)
    throw new Trouble('start.settings', { list: wrong.map(wantedOf).join('\n  ') });
  return given as Config;
}

/** `PORT = 0 … 65535`: how a setting is written, without words of any language. */
function wantedOf(name: keyof Config): string {
  const { type, minimum, maximum } = Settings.properties[name] as JsonSchema;
  const form = checks[name]?.[0];
  if (form !== undefined) return `${name} = ${form}`;
  if (type === 'boolean') return `${name} = true | false`;
  if (minimum === undefined) return `${name} > 0`;
  return `${name} = ${minimum} … ${maximum ?? ''}`.trimEnd();
}
interface JsonSchema {
  readonly type: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export const filesFolder = (config: Config): string =>
  resolve(config.FILES ?? `${config.DATA_DIR}/files`);
export const keysFile = (config: Config): string =>
  resolve(config.KEYS ?? `${config.DATA_DIR}/keys/master`);
