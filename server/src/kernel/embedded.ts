// SPDX-License-Identifier: Apache-2.0
import type { PGlite, Transaction as PGliteTransaction } from '@electric-sql/pglite';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';

/**
 * Kysely on the embedded database. PGlite has one connection, so callers take turns:
 * a transaction holds it to its end, and so does a single statement.
 */
export function embeddedDialect(lite: PGlite): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new EmbeddedDriver(lite),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class EmbeddedDriver implements Driver {
  readonly #connection: EmbeddedConnection;
  #last: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;
  constructor(lite: PGlite) {
    this.#connection = new EmbeddedConnection(lite);
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    const turn = Promise.withResolvers<void>();
    this.#last = turn.promise;
    await before;
    this.#release = turn.resolve;
    return this.#connection;
  }
  async releaseConnection(): Promise<void> {
    this.#release?.();
  }
  async beginTransaction(_: DatabaseConnection, settings: { accessMode?: string }): Promise<void> {
    await this.#connection.plain(settings.accessMode === 'read only' ? 'begin read only' : 'begin');
  }
  async commitTransaction(): Promise<void> {
    await this.#connection.plain('commit');
  }
  async rollbackTransaction(): Promise<void> {
    await this.#connection.plain('rollback');
  }
  async destroy(): Promise<void> {}
}

class EmbeddedConnection implements DatabaseConnection {
  readonly #lite: PGlite | PGliteTransaction;
  constructor(lite: PGlite) {
    this.#lite = lite;
  }
  async plain(statement: string): Promise<void> {
    await this.#lite.exec(statement);
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await this.#lite.query<R>(query.sql, [...query.parameters]);
    return { rows, numAffectedRows: BigInt(affectedRows ?? 0) };
  }
  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('the embedded database does not stream');
  }
}
