// SPDX-License-Identifier: Apache-2.0
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

export type ShelfName = 'drafts' | 'waiting';
type Key = string | number;

/** Two shelves of the phone. Each change is one step, also between tabs. */
export interface Shelves {
  /** What is put here outlives the page. */
  readonly lasting: boolean;
  get<T>(name: ShelfName, key: Key): Promise<T | undefined>;
  all<T>(name: ShelfName): Promise<T[]>;
  /** Puts in place of what was found; undefined takes it away. Returns what lies there now. */
  alter<T>(
    name: ShelfName,
    key: Key,
    change: (found: T | undefined) => T | undefined,
  ): Promise<T | undefined>;
}

interface Stored extends DBSchema {
  drafts: { key: Key; value: unknown };
  waiting: { key: Key; value: unknown };
}

let opened: Promise<Shelves> | undefined;

/** The phone's own storage; where a web view forbids it, the memory of the page, as long as that lives. */
export function openShelves(): Promise<Shelves> {
  opened ??= openStored().then(inStorage, inMemory);
  return opened;
}

async function openStored(): Promise<IDBPDatabase<Stored>> {
  return openDB<Stored>('lilong', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('drafts');
      fresh.createObjectStore('waiting', { keyPath: 'key' });
    },
  });
}

function inStorage(stored: IDBPDatabase<Stored>): Shelves {
  return {
    lasting: true,
    get: async <T>(name: ShelfName, key: Key) => (await stored.get(name, key)) as T | undefined, // as it was put
    all: async <T>(name: ShelfName) => (await stored.getAll(name)) as T[], // as they were put
    alter: async <T>(
      name: ShelfName,
      key: Key,
      change: (found: T | undefined) => T | undefined,
    ): Promise<T | undefined> => {
      const step = stored.transaction(name, 'readwrite');
      const after = change((await step.store.get(key)) as T | undefined); // as it was put
      if (after === undefined) await step.store.delete(key);
      else await (name === 'drafts' ? step.store.put(after, key) : step.store.put(after));
      await step.done;
      return after;
    },
  };
}

function inMemory(): Shelves {
  const kept: Record<ShelfName, Map<Key, unknown>> = { drafts: new Map(), waiting: new Map() };
  return {
    lasting: false,
    get: async <T>(name: ShelfName, key: Key) => kept[name].get(key) as T | undefined, // as it was put
    all: async <T>(name: ShelfName) => [...kept[name].values()] as T[], // as they were put
    alter: async <T>(
      name: ShelfName,
      key: Key,
      change: (found: T | undefined) => T | undefined,
    ): Promise<T | undefined> => {
      const after = change(kept[name].get(key) as T | undefined); // as it was put
      if (after === undefined) kept[name].delete(key);
      else kept[name].set(key, after);
      return after;
    },
  };
}
