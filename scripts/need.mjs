// SPDX-License-Identifier: Apache-2.0
// What the tests need from the machine: PostgreSQL 15+ with PostGIS, Chromium, a Chinese font.
// Run as a program it installs what is missing (root on Debian) or says what to run, and fails.
// Plain JavaScript that Node 18 can read, because it runs before anything else.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEAST_POSTGRES = 15;
const POSTGRES_HOMES = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr'];
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const CHROME_ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * The oldest PostgreSQL here that Lilong supports and that has PostGIS: what passes on it passes on
 * newer ones. A bare `postgres` in the path often lacks PostGIS, so whole installations come first.
 */
export function findPostgres() {
  const given = process.env.LILONG_PG_BIN;
  const bins = given === undefined ? postgresFolders() : [given];
  return bins
    .map((bin) => ({ bin, major: majorOf(bin) }))
    .filter(({ bin, major }) => major >= LEAST_POSTGRES && hasPostgis(bin, major))
    .sort((a, b) => a.major - b.major)[0];
}

export function findChromium() {
  const given = process.env.LILONG_CHROMIUM;
  const programs =
    given === undefined ? [...inPath(CHROMIUM_NAMES), CHROME_ON_A_MAC].filter(existsSync) : [given];
  return programs.find((program) => /Chrom/.test(output(program, ['--version'])));
}

export function hasChineseFont() {
  return process.platform === 'darwin' || output('fc-list', [':lang=zh', 'family']).trim() !== '';
}

function postgresFolders() {
  const installed = POSTGRES_HOMES.flatMap((home) =>
    namesIn(home)
      .filter((name) => /^(\d+|postgresql@\d+|pgsql-\d+)$/.test(name))
      .map((name) => join(home, name, 'bin')),
  );
  const first = inPath(['postgres'])[0];
  return first === undefined ? installed : [...installed, join(realpathSync(first), '..')];
}

function majorOf(bin) {
  const version = /\) (\d+)/.exec(output(join(bin, 'postgres'), ['--version']));
  return version !== null && existsSync(join(bin, 'initdb')) ? Number(version[1]) : 0;
}

function hasPostgis(bin, major) {
  const asked = output(join(bin, 'pg_config'), ['--sharedir']).trim();
  const shares = [asked, `/usr/share/postgresql/${major}`].filter((share) => share !== '');
  return shares.some((share) => existsSync(join(share, 'extension', 'postgis.control')));
}

function inPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(canRun);
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function namesIn(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** What a program prints, or nothing when it is not there or fails. */
function output(program, args) {
  const run = spawnSync(program, args, { encoding: 'utf8', timeout: 20_000 });
  return run.status === 0 ? run.stdout : '';
}

function missing() {
  return [
    findPostgres() === undefined ? 'postgres' : '',
    findChromium() === undefined ? 'chromium' : '',
    hasChineseFont() ? '' : 'font',
  ].filter((name) => name !== '');
}

const TITLES = {
  postgres:
    'PostgreSQL 15+ 与 PostGIS / PostgreSQL 15 or newer with PostGIS (or set LILONG_PG_BIN)',
  chromium: 'Chromium (or set LILONG_CHROMIUM)',
  font: '中文字体 / a Chinese font',
};

/** The Debian packages for a missing thing; the release says which PostgreSQL is its own. */
function debianPackages(name) {
  if (name === 'chromium') return ['chromium'];
  if (name === 'font') return ['fontconfig', 'fonts-noto-cjk'];
  const depends = output('apt-cache', ['depends', 'postgresql']);
  const major = /Depends: postgresql-(\d+)/.exec(depends)?.[1] ?? String(LEAST_POSTGRES);
  return [`postgresql-${major}`, `postgresql-${major}-postgis-3`];
}

function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  run(['update', '-q']);
  run(['install', '-q', '-y', '--no-install-recommends', ...names.flatMap(debianPackages)]);
}

/** One line for the person at the keyboard, for the system that she has. */
function howToInstall(names) {
  if (existsSync('/usr/bin/apt-get')) {
    return `sudo apt-get update && sudo apt-get install -y ${names.flatMap(debianPackages).join(' ')}`;
  }
  if (process.platform === 'darwin')
    return 'brew install postgresql@17 postgis && brew install --cask google-chrome';
  if (existsSync('/usr/bin/dnf')) {
    return 'sudo dnf install -y postgresql-server postgis chromium google-noto-sans-cjk-fonts';
  }
  return `install with your system's package manager: ${names.map((name) => TITLES[name]).join('; ')}`;
}

function tell(names) {
  console.error('\n  测试还缺少 / The tests still need:');
  for (const name of names) console.error(`    - ${TITLES[name]}`);
  console.error(`  请运行 / Run:\n    ${howToInstall(names)}\n`);
}

/** Finds, or installs, everything; says whether all of it is there. */
function need() {
  const before = missing();
  if (before.length === 0) return true;
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (mayInstall) install(before);
  const after = mayInstall ? missing() : before;
  if (after.length > 0) tell(after);
  return after.length === 0;
}

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  process.exit(need() ? 0 : 1);
}
