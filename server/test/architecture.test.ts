// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  exportsHaveNames,
  filesAreShort,
  functionsAreShort,
  licenceIsNamed,
  namesSaySomething,
  nothingIsLeftToDo,
  promisesAreAwaited,
} from './rules-of-files.ts';
import {
  contractsAreShapes,
  enteredThroughIndex,
  frontsStandAlone,
  importsPointInwards,
  type Rule,
  timeIsGiven,
  writesOwnSchema,
} from './rules-of-modules.ts';
import { plantSources, readSources, type Sources } from './sources.ts';

let repository: Sources;
beforeAll(() => {
  repository = readSources();
});
afterAll(() => repository.close());

/** Each rule with a small project that breaks it, what it must say, and what it must let pass. */
const rules: readonly [name: string, Rule, planted: Record<string, string>, said: string[]][] = [
  [
    'a module is entered only through its index',
    enteredThroughIndex,
    {
      'server/src/a/queries.ts': 'export const x = 1;',
      'server/src/a/index.ts': "export { x } from './queries.ts';",
      'server/src/kernel/db.ts': 'export const d = 1;',
      'server/src/b/b.ts':
        "import '../a/index.ts';\nimport '../a/queries.ts';\nimport '../kernel/db.ts';",
      'server/src/main.ts': "export const later = () => import('./a/queries.ts');",
    },
    [
      'server/src/b/b.ts:2 enters server/src/a/queries.ts',
      'server/src/main.ts:1 enters server/src/a/queries.ts',
    ],
  ],
  [
    'imports point one way: contracts, kernel, module, modules.ts, main.ts',
    importsPointInwards,
    {
      'contracts/src/a.ts': "import '../../server/src/kernel/db.ts';",
      'server/src/kernel/db.ts': "import '../a/index.ts';\nimport '@lilong/contracts/a';",
      'server/src/a/index.ts': "import '../main.ts';\nimport '../kernel/db.ts';",
      'server/src/a/a.test.ts': "import '../../test/city.ts';",
      'server/src/a/city.ts': "import '../../test/city.ts';",
      'server/src/modules.ts': "import './a/index.ts';\nimport './program.ts';",
      'server/src/program.ts': "import './modules.ts';",
      'server/src/main.ts': "import './program.ts';",
      'server/test/city.ts': "import '../src/program.ts';",
    },
    [
      'contracts/src/a.ts:1 imports server/src/kernel/db.ts',
      'server/src/a/city.ts:1 imports server/test/city.ts',
      'server/src/a/index.ts:1 imports server/src/main.ts',
      'server/src/kernel/db.ts:1 imports server/src/a/index.ts',
      'server/src/modules.ts:2 imports server/src/program.ts',
    ],
  ],
  [
    'contracts hold shapes only',
    contractsAreShapes,
    {
      'contracts/src/a.ts': "import 'typebox';\nimport './b.ts';\nimport 'node:fs';",
      'contracts/src/b.ts': "import 'typebox/value';\nimport 'kysely';",
    },
    ['contracts/src/a.ts:3 imports node:fs', 'contracts/src/b.ts:2 imports kysely'],
  ],
  [
    'home, desk and ui know neither the server nor each other',
    frontsStandAlone,
    {
      'home/src/a.tsx':
        "import '@lilong/contracts/a';\nimport type { X } from '@lilong/server/cases/cases';",
      'desk/src/a.tsx': "import '@lilong/ui/Icons.tsx';\nimport '../../home/src/a.tsx';",
      'ui/src/a.ts': "import '@lilong/desk/x';",
    },
    [
      'desk/src/a.tsx:2 imports home/src/a.tsx',
      'home/src/a.tsx:2 imports @lilong/server/cases/cases',
      'ui/src/a.ts:1 imports @lilong/desk/x',
    ],
  ],
  [
    'time comes from ctx',
    timeIsGiven,
    {
      'server/src/kernel/clock.ts': 'export const now = () => new Date();',
      'server/src/kernel/jobs.ts': 'export const at = Date.now();',
      'server/src/a/a.ts':
        'const text = "now or later"; // new Date()\nexport const d = new Date(text);\nexport const e = [new Date(), Date()];',
      'server/src/a/queries.ts': 'export const q = `select *\n from a.a where at < now()`;',
      'server/src/a/a.test.ts': 'export const d = new Date();',
    },
    [
      'server/src/a/a.ts:3 Date()',
      'server/src/a/a.ts:3 new Date()',
      'server/src/a/queries.ts:1 now()',
      'server/src/kernel/jobs.ts:1 Date.now',
    ],
  ],
  [
    'SQL writes only to the tables of its own module',
    writesOwnSchema,
    {
      'server/src/a/queries.ts':
        "declare const db: any; declare const name: string;\ndb.insertInto('a.x');\ndb.updateTable('b.x as b');\ndb.deleteFrom('kernel.event');\ndb.selectFrom('b.x');\ndb.insertInto(name);",
      'server/src/a/more.ts':
        'declare const sql: any; declare const t: any;\nsql`with n as (insert into a.x values (1)) update  b.y set z = 1`;\nsql`delete from only b.y where no = 1`;\nsql`select * from b.y for update of y`;',
      'server/src/kernel/flush.ts': "export const s = 'insert into kernel.event select 1';",
      'server/src/main.ts': "export const s = 'truncate table a.x';",
    },
    [
      'server/src/a/more.ts:2 writes to b',
      'server/src/a/more.ts:3 writes to b',
      'server/src/a/queries.ts:3 writes to b',
      'server/src/a/queries.ts:4 writes to kernel',
      'server/src/a/queries.ts:6 writes to a table that is not named',
      'server/src/main.ts:1 writes to a',
    ],
  ],
  [
    'no file is longer than 400 lines',
    filesAreShort,
    { 'a.ts': 'export {};\n'.repeat(401), 'b.ts': 'export {};\n'.repeat(400) },
    ['a.ts has 401 lines'],
  ],
  [
    'no function is longer than 50 lines',
    functionsAreShort,
    {
      'a.ts': `export function a() {\n${'  a();\n'.repeat(51)}}\nfunction b() {\n${'  a();\n'.repeat(50)}}`,
      'b.ts': `export const c = () => {\n${'  c();\n'.repeat(60)}};`,
      'c.ts': `declare const describe: any;\ndescribe('x', () => {\n${'  1;\n'.repeat(60)}});`,
      'd.tsx': `export class D {\n  d() {\n${'  this.d();\n'.repeat(52)}}\n}`,
    },
    [
      'a.ts:1 has a function of 51 lines',
      'b.ts:1 has a function of 60 lines',
      'd.tsx:2 has a function of 52 lines',
    ],
  ],
  [
    'no file or folder is called utils, helpers, common, types, manager, service',
    namesSaySomething,
    {
      'server/src/a/utils.ts': '',
      'ui/src/common/a.ts': '',
      'home/src/service-worker.ts': '',
      'desk/src/types.d.ts': '',
      'contracts/src/helper.test.ts': '',
    },
    [
      'contracts/src/helper.test.ts',
      'desk/src/types.d.ts',
      'server/src/a/utils.ts',
      'ui/src/common/a.ts',
    ],
  ],
  [
    'every file names its licence',
    licenceIsNamed,
    {
      'a.ts': '// SPDX-License-Identifier: Apache-2.0\nexport {};',
      'b.ts': 'export {};',
      'c.ts': '#!/usr/bin/env node\n// SPDX-License-Identifier: Apache-2.0\nexport {};',
    },
    ['b.ts'],
  ],
  [
    'every export has a name',
    exportsHaveNames,
    {
      'a.ts': 'export default 1;',
      'b.ts': 'export default function b() {}',
      'c.ts': 'const c = 1;\nexport { c as default };',
      'vite.config.ts': 'export default {};',
      'd.ts': 'export const d = 1;',
    },
    ['a.ts:1', 'b.ts:1', 'c.ts:2'],
  ],
  [
    'no comment leaves work for later',
    nothingIsLeftToDo,
    { 'a.ts': `// ${'TODO'}: later\nexport const todo = 'TODO';\n/*\n * ${'FIXME'}\n */` },
    ['a.ts:1', 'a.ts:4'],
  ],
  [
    'no promise is dropped',
    promisesAreAwaited,
    {
      'a.ts':
        'declare const db: { select(): { execute(): Promise<number> }; plain(): number };\nexport async function a(b?: typeof db) {\n  db.select().execute();\n  await db.select().execute();\n  void db.select().execute();\n  db.plain();\n  b?.select().execute();\n  db.select().execute().catch(() => 0);\n  db.select().execute().then(() => 0);\n  let c = db.select().execute();\n  c = db.select().execute();\n  return c;\n}',
    },
    ['a.ts:3 drops a promise', 'a.ts:7 drops a promise', 'a.ts:9 drops a promise'],
  ],
];

test.each(rules)('%s', (_, rule) => {
  expect(rule(repository)).toEqual([]);
});

test.each(rules)('a planted offence is noticed: %s', (_, rule, planted, said) => {
  const sources = plantSources(planted);
  try {
    expect(rule(sources).sort()).toEqual(said);
  } finally {
    sources.close();
  }
});

test('the rules read the whole repository', () => {
  const folders = new Set(repository.files.map(({ path }) => path.split('/')[0]));
  expect([...folders]).toEqual(expect.arrayContaining(['contracts', 'server', 'ui']));
  expect(repository.files.length).toBeGreaterThan(60);
});
