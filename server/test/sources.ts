// SPDX-License-Identifier: Apache-2.0
import { posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { createVirtualFileSystem, type FileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One TypeScript file of the project, parsed. */
export interface Source {
  /** From the root of the repository: `server/src/cases/cases.ts`. */
  readonly path: string;
  readonly text: string;
  readonly tree: SourceFile;
}

/** All TypeScript files of a project, with the checker's knowledge of their types. */
export interface Sources {
  readonly files: readonly Source[];
  /** Whether an expression gives a promise, or perhaps one. Things that are merely thenable are not meant. */
  isPromise(expression: Node): boolean;
  close(): void;
}

/** The repository, as `tsconfig.json` sees it. */
export function readSources(): Sources {
  return open(root, undefined);
}

/** A project that exists only in memory, to plant an offence in. */
export function plantSources(files: Readonly<Record<string, string>>): Sources {
  const compilerOptions = { strict: true, noEmit: true, module: 'preserve', target: 'es2024' };
  const config = {
    compilerOptions: { ...compilerOptions, types: [], allowImportingTsExtensions: true },
    include: ['**/*.ts', '**/*.tsx'],
  };
  const planted = Object.entries(files).map(([path, text]) => [`/planted/${path}`, text]);
  const all = Object.fromEntries([...planted, ['/planted/tsconfig.json', JSON.stringify(config)]]);
  return open('/planted/', createVirtualFileSystem(all));
}

function open(folder: string, fs: FileSystem | undefined): Sources {
  const api = new API({ cwd: folder, ...(fs === undefined ? {} : { fs }) });
  const snapshot = api.updateSnapshot({ openProjects: [`${folder}tsconfig.json`] });
  const project = snapshot.getProjects()[0];
  if (project === undefined) throw new Error(`no TypeScript project in ${folder}`);
  const { program, checker } = project;
  const files = project.rootFiles.flatMap((name) => {
    const tree = program.getSourceFile(name);
    return tree === undefined ? [] : [{ path: relative(folder, name), text: tree.text, tree }];
  });
  return {
    files,
    isPromise(expression) {
      const type = checker.getTypeAtLocation(expression);
      const present = type === undefined ? undefined : checker.getNonNullableType(type);
      if (present === undefined) return false;
      const names = checker.getPropertiesOfType(present).map(({ name }) => name);
      return ['then', 'catch', 'finally'].every((name) => names.includes(name));
    },
    close: () => api.close(),
  };
}

/** Visits a node and everything in it, from the outside in. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** `server/src/cases/cases.ts:12`, for a person to click on. */
export function placeOf({ path, tree }: Source, node: Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}

/** What a file imports or re-exports: as written, and as a path of the repository when relative. */
export function importsOf(source: Source): { node: Node; target: string }[] {
  return source.tree.imports.map((node) => {
    const written = node.getText(source.tree).slice(1, -1);
    const isRelative = written.startsWith('.');
    const target = isRelative ? posix.join(posix.dirname(source.path), written) : written;
    return { node, target };
  });
}

export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path);
}
