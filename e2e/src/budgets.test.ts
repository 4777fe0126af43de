// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { reportCase } from '@lilong/contracts/cases';
import { expect, test } from 'vitest';

/** One line of Vite's manifest: a built file, what it loads at once, and what it may load later. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

const homeBytes = 150_000;
const deskBytes = 400_000;

/** Words come in the language that somebody reads. */
const homeWords = {
  Chinese: [/^src\/words\/zh\.ts$/, /contracts\/words\/zh-plain\.ts$/],
  English: [/^src\/words\/en\.ts$/, /contracts\/words\/en-plain\.ts$/],
};
/** What the page of home loads besides itself for whoever has opened it; in elder mode it can be read aloud. */
const homeReaders: readonly [who: string, lazy: readonly RegExp[]][] = [
  ['a visitor, who is asked to sign in', [/SignInForm\.tsx$/]],
  ['a resident in elder mode', [/Notices\.tsx$/, /ReadAloud\.tsx$/]],
];
/** What comes on a tap, and is no page. */
const notPages = /(SignInForm|Notices|ReadAloud)\.tsx$|words\/(en|zh)(-plain)?\.ts$/;

test.each(homeReaders)('every page of home opens first within the budget for %s', (_, lazy) => {
  const manifest = manifestOf('home');
  const pages = (manifest['index.html']?.dynamicImports ?? []).filter(
    (name) => !notPages.test(name),
  );
  expect(pages.length).toBeGreaterThan(9);
  for (const page of pages)
    for (const [language, words] of Object.entries(homeWords)) {
      const names = [page, ...[...lazy, ...words].flatMap((part) => namesLike(manifest, part))];
      weigh('home', `${page}, ${language}`, names, homeBytes);
    }
});

const deskWords = {
  Chinese: [/words\/zh\.ts$/, /zh_CN/],
  English: [/words\/en\.ts$/, /en_US/],
};
test.each(Object.entries(deskWords))('an officer opens the desk in %s', (language, words) => {
  const manifest = manifestOf('desk');
  const lazy = [/cases\/Landing\.tsx$/, ...words];
  const names = lazy.flatMap((part) => namesLike(manifest, part));
  weigh('desk', language, names, deskBytes);
});

/** Adds up the files that are sent: those that the build compressed. */
function weigh(front: string, what: string, names: readonly string[], budgetBytes: number): void {
  const files = loadedWith(manifestOf(front), ['index.html', ...names]);
  const sizes = files.map((file) => ({ file, bytes: sentBytes(`${distOf(front)}${file}`) }));
  const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
  console.log(`${front}, ${what}: ${bytes} of ${budgetBytes} bytes in ${files.length} files`);
  const heaviest = sizes.sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  expect(bytes, JSON.stringify([what, ...heaviest], null, 1)).toBeLessThanOrEqual(budgetBytes);
}

test.each(['home', 'desk'])('what is sent of %s is what was built', (front) => {
  for (const { file } of Object.values(manifestOf(front))) {
    if (!/\.(js|css)$/.test(file)) continue;
    const built = readFileSync(`${distOf(front)}${file}`);
    expect(brotliDecompressSync(readFileSync(`${distOf(front)}${file}.br`)).equals(built)).toBe(
      true,
    );
  }
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

/** `server/src/fronts.ts` sends the file that lies beside it as it is. */
function sentBytes(file: string): number {
  return statSync(`${file}.br`).size;
}
