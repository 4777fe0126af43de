// SPDX-License-Identifier: Apache-2.0
import type { TestProject } from 'vitest/node';
import { createCity } from './city-seed.ts';
import { type Cluster, startThrowAway } from './postgres.ts';
import { dropDatabase } from './postgres-databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's own PostgreSQL, in the project `postgres`: `inject('postgresAdminUrl')`. */
    postgresAdminUrl: string;
  }
}

let cluster: Cluster | undefined;

export async function setup(project: TestProject): Promise<void> {
  cluster = await startThrowAway();
  project.provide('postgresAdminUrl', cluster.adminUrl);
  // The first copy makes the template, so that no test waits for it.
  await dropDatabase(cluster.adminUrl, await createCity(cluster.adminUrl));
}

export async function teardown(): Promise<void> {
  await cluster?.stop();
}
