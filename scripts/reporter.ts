// SPDX-License-Identifier: Apache-2.0
import { writeSync } from 'node:fs';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

/**
 * Ends a run with one line, `N passed, N failed`, after everything else that is printed.
 *
 * A test that did not run is not a pass: skipped and todo ones count as failed, and so does a project
 * without a test, unless the person chose tests by name. LILONG_CHECKS (`passed,failed`) adds the checks that `npm test` made before.
 */
export class LastLine implements Reporter {
  #passed = 0;
  #failed = 0;
  #chosenByName = false;
  #ended = false;
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
    this.#chosenByName = vitest.config.testNamePattern !== undefined;
    if (!vitest.config.watch) process.once('exit', (code) => this.#sayLast(code));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    this.#ended = true;
    this.#failed += unhandled.length;
    for (const module of modules) this.#count(module);
    for (const name of this.#emptyProjects(modules)) {
      this.#failed += 1;
      console.error(`no test was found, counted as failed: project ${name}`);
    }
  }

  /** Projects that ought to have run and had nothing to run. Named files are the person's own choice. */
  #emptyProjects(modules: readonly TestModule[]): string[] {
    const { filenamePattern = [] } = { ...(this.#vitest as { filenamePattern?: string[] }) }; // Vitest does not type it
    const isChosen = this.#chosenByName || filenamePattern.length > 0;
    const ran = new Set(modules.map(({ project }) => project.name));
    const all = isChosen ? [] : (this.#vitest?.projects ?? []);
    return all.map(({ name }) => name).filter((name) => !ran.has(name));
  }

  #count(module: TestModule): void {
    this.#failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') this.#passed += 1;
      if (state === 'failed') this.#failed += 1;
      if (state !== 'skipped' && state !== 'pending') continue;
      if (this.#chosenByName) continue;
      this.#failed += 1;
      console.error(`not run, counted as failed: ${module.moduleId} > ${test.fullName}`);
    }
  }

  #sayLast(code: number): void {
    const [passed = 0, failed = 0] = (process.env.LILONG_CHECKS ?? '').split(',').map(Number);
    const counted = this.#failed + failed;
    // A run that broke before or after its tests has failed, though no test did.
    const allFailed = counted === 0 && (code !== 0 || !this.#ended) ? 1 : counted;
    writeSync(1, `${this.#passed + passed} passed, ${allFailed} failed\n`);
    if (allFailed > 0 && !process.exitCode) process.exitCode = 1;
  }
}
