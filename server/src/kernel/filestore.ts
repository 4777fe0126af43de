// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where blobs live. Names are random and say nothing. */
export interface FileStore {
  put(bytes: Buffer): Promise<string>;
  get(name: string): Promise<Buffer>;
  remove(name: string): Promise<void>;
}

/** Blobs in a folder, two letters of spread. A blob is whole and on disk before its name is given out. */
export function folderStore(folder: string): FileStore {
  const at = (name: string): string => {
    if (!/^[\w-]{20,40}$/.test(name)) throw new Error('not the name of a blob');
    return join(folder, name.slice(0, 2), name);
  };
  return {
    put: async (bytes) => {
      const name = randomBytes(20).toString('base64url');
      const path = at(name);
      await mkdir(dirname(path), { recursive: true });
      const file = await open(`${path}.part`, 'wx', 0o600);
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      await rename(`${path}.part`, path);
      return name;
    },
    get: (name) => readFile(at(name)),
    remove: (name) => rm(at(name), { force: true }),
  };
}
