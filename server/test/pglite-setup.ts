// SPDX-License-Identifier: Apache-2.0
import type { TestProject } from 'vitest/node';
import { cityDump } from './city-seed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** File of the seeded city, in the project `pglite`: `inject('cityDump')`. */
    cityDump: string;
  }
}

/** Makes the city before the first test, so that no test waits for it. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('cityDump', await cityDump());
}
