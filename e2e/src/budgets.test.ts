// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { reportCase } from '@lilong/contracts/cases';
import { expect, test } from 'vitest';

/** One line of Vite's manifest: a built file, and what it loads at once. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** Who opens `/`, in which front, with how many bytes of JavaScript; and what that page loads lazily. */
const firstRoutes: readonly [who: string, front: string, budgetBytes: number, lazy: RegExp[]][] = [
  ['a visitor', 'home', 150_000, [/landing\/LandingPage\.tsx$/]],
  ['a resident', 'home', 150_000, [/cases\/HomePage\.tsx$/]],
  ['an officer', 'desk', 400_000, [/cases\/Landing\.tsx$/, /words\/zh\.ts$/, /locale\/zh_CN/]],
];

test.each(firstRoutes)('%s opens %s within %d bytes, brotli', (_, front, budgetBytes, lazy) => {
  const manifest = manifestOf(front);
  const names = ['index.html', ...lazy.flatMap((part) => namesLike(manifest, part))];
  const files = loadedWith(manifest, names);
  const sizes = files.map((file) => ({ file, bytes: brotliBytes(`${distOf(front)}${file}`) }));
  const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
  console.log(`${front}: ${bytes} of ${budgetBytes} bytes in ${files.length} files`);
  const heaviest = sizes.sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  expect(bytes, JSON.stringify(heaviest, null, 1)).toBeLessThanOrEqual(budgetBytes);
});

/** A property name of every TypeBox schema; no minifier can shorten it. */
const TYPEBOX_MARK = '~kind';

test.each(['home', 'desk'])('%s carries no TypeBox', (front) => {
  expect(Reflect.get(reportCase.reply, TYPEBOX_MARK)).toBe('Object'); // still its mark
  const carriers = readdirSync(distOf(front), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .filter((name) => readFileSync(`${distOf(front)}${name}`, 'utf8').includes(TYPEBOX_MARK));
  expect(carriers).toEqual([]);
});

function distOf(front: string): string {
  const dist = fileURLToPath(new URL(`../../${front}/dist/`, import.meta.url));
  if (!existsSync(dist)) throw new Error(`${front} is not built: npm run build -w ${front}`);
  return dist;
}

function manifestOf(front: string): Manifest {
  const file = `${distOf(front)}.vite/manifest.json`;
  if (!existsSync(file))
    throw new Error(`${front} has no manifest: build.manifest in its vite.config.ts`);
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest; // written by Vite in the build before
}

function namesLike(manifest: Manifest, part: RegExp): string[] {
  const names = Object.keys(manifest).filter((name) => part.test(name));
  if (names.length === 0)
    throw new Error(`no chunk is like ${part}: name here what the first route loads`);
  return names;
}

/** The files of these chunks and of all that they import, each once. */
function loadedWith(manifest: Manifest, names: readonly string[]): string[] {
  const waiting = [...names];
  const files = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the manifest has no ${name}`);
    if (files.has(chunk.file)) continue;
    files.add(chunk.file);
    waiting.push(...(chunk.imports ?? []));
  }
  return [...files].filter((file) => file.endsWith('.js'));
}

function brotliBytes(file: string): number {
  return brotliCompressSync(readFileSync(file)).length;
}
