// SPDX-License-Identifier: Apache-2.0
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, slowest first: begun last, one of these would keep one worker busy and the other idle. */
const longest = [
  ...['pages-admin.spec.ts', 'pages-desk.spec.ts', 'registry.spec.ts', 'english.spec.ts'],
  ...['pages-home.spec.ts', 'crowds.spec.ts', 'own.spec.ts', 'offline.spec.ts'],
  ...['report-to-closed.spec.ts', 'states.spec.ts', 'inbox.spec.ts', 'elder.spec.ts'],
  ...[
    'crash.story.test.ts',
    'backup.story.test.ts',
    'town.story.test.ts',
    'rotation.story.test.ts',
  ],
  ...['registry-import.story.test.ts', 'places-import.story.test.ts', 'sim.story.test.ts'],
];

/** In each project the long files first. A fresh checkout has no durations of its own to go by. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((own) =>
      sorted.filter(({ project }) => project === own).toSorted((a, b) => rank(a) - rank(b)),
    );
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = longest.indexOf(basename(moduleId));
  return at < 0 ? longest.length : at;
}
