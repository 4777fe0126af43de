// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockFolder } from './lock.ts';

vi.setConfig({ testTimeout: 60_000 }); // ms; a dozen programs start, on however busy a machine
let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lilong-lock-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Another program that takes the folder once `go` is there, says how that went, and stays. */
const program = `
  import { existsSync } from 'node:fs';
  import { lockFolder } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
  const { LOCK_FOLDER: folder, LOCK_GO: go } = process.env;
  while (!existsSync(go)) await new Promise((resolve) => setTimeout(resolve, 1));
  const said = await lockFolder(folder).then(() => 'took it', (fault) => fault.facts?.holder ?? String(fault));
  process.stdout.write(said);
  setInterval(() => undefined, 1000);
`;
async function another(go = folder): Promise<{ child: ChildProcess; said: Promise<string> }> {
  const args = ['--input-type=module', '--eval', program];
  const env = { ...process.env, LOCK_FOLDER: folder, LOCK_GO: go };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const said = new Promise<string>((resolve) =>
    child.stdout?.once('data', (text: Buffer) => resolve(text.toString('utf8'))),
  );
  return { child, said };
}
async function holder(): Promise<ChildProcess> {
  const { child, said } = await another();
  expect(await said).toBe('took it');
  return child;
}

test('a held folder is refused, and its holder is named', async () => {
  const { pid } = await holder();
  await expect(lockFolder(folder)).rejects.toThrow(`进程 ${pid} `);
});

test('a holder that was stopped (Ctrl-Z) says nothing and holds the folder all the same', async () => {
  const child = await holder();
  child.kill('SIGSTOP');
  const facts = { folder, holder: String(child.pid) };
  await expect(lockFolder(folder)).rejects.toMatchObject({ key: 'doctor.folder-held', facts });
  await expect(lockFolder(folder)).rejects.toMatchObject({ facts });
});

test('what a killed holder left behind holds nothing', async () => {
  const child = await holder();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const release = await lockFolder(folder);
  await release();
  await (await lockFolder(folder))();
  expect(readdirSync(folder)).toHaveLength(2); // the newest number, and who had it
});

test('of programs that start at once, after a crash too, one takes the folder and the others name it', async () => {
  const crashed = await holder();
  crashed.kill('SIGKILL');
  await once(crashed, 'exit');
  for (let round = 0; round < 2; round += 1) {
    const go = join(folder, `go-${round}`);
    const starts = await Promise.all([1, 2, 3, 4].map(() => another(go)));
    await new Promise((resolve) => setTimeout(resolve, 500)); // all of them wait for the word
    writeFileSync(go, '');
    const said = await Promise.all(starts.map((start) => start.said));
    const winner = starts[said.indexOf('took it')]?.child;
    const named = Array.from({ length: 3 }, () => String(winner?.pid));
    expect(said.toSorted()).toEqual([...named, 'took it'].toSorted());
    for (const { child } of starts) child.kill('SIGKILL');
    await Promise.all(starts.map(({ child }) => once(child, 'exit')));
  }
});

test('a folder whose path is too long for a socket is locked all the same', async () => {
  const long = join(folder, 'a'.repeat(120));
  const release = await lockFolder(long);
  await expect(lockFolder(long)).rejects.toThrow(`进程 ${process.pid} `);
  await release();
  expect(existsSync(join(long, 'lock.1'))).toBe(false);
});
