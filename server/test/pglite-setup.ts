// SPDX-License-Identifier: Apache-2.0
import type { TestProject } from 'vitest/node';
import { cityDump } from './city-seed.ts';
import { migratedDump } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** File of the seeded city, in the project `pglite`: `inject('cityDump')`. */
    cityDump: string;
  }
}

/** Makes the city and the empty tables before the first test, so that no test waits for them. */
export async function setup(project: TestProject): Promise<void> {
  await migratedDump();
  project.provide('cityDump', await cityDump());
}
