// SPDX-License-Identifier: Apache-2.0
// Kysely on a PostgreSQL server with few round trips, because they are what a request costs (decision 0005):
// `begin` travels with the first statement, what needs no answer with the next one or with `commit`, the end of a
// read with the next transaction, and a statement that comes again is prepared, not parsed and planned each time.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type Transaction,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import type { DB } from './tables.ts';

/** The pool's clients must be made with `pipeline: true`. */
export function pipelinedDialect(pool: pg.Pool): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PipelinedDriver(pool),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

const patient = new WeakSet<CompiledQuery>();

/** A statement: of `sql`, or of Kysely's builders. */
interface Statement<R = unknown> {
  compile(db: Transaction<DB>): CompiledQuery<R>;
}

/**
 * Runs a statement whose rows nobody needs: together with the next one, or with the commit. Order is kept.
 * Its fault is the next one's fault, or the commit's.
 */
export async function runLater(db: Transaction<DB>, statement: Statement): Promise<void> {
  const query = statement.compile(db);
  patient.add(query);
  await db.executeQuery(query);
}

/** Rows of what went along with something else. */
const answers = new WeakMap<CompiledQuery, unknown[]>();

/** One for each kind of row. */
export type Statements<R extends readonly unknown[]> = { readonly [K in keyof R]: Statement<R[K]> };

/** Asks several things in one packet, where the database is a server; the rows of each, in order. */
export async function runTogether<R extends readonly unknown[]>(
  db: Transaction<DB>,
  ...statements: Statements<R>
): Promise<{ [K in keyof R]: R[K][] }> {
  const queries = statements.map((statement) => statement.compile(db));
  for (const query of queries.slice(0, -1)) patient.add(query);
  const direct: unknown[][] = [];
  for (const query of queries) direct.push((await db.executeQuery(query)).rows);
  return queries.map((query, at) => answers.get(query) ?? direct[at]) as { [K in keyof R]: R[K][] };
}

class PipelinedDriver implements Driver {
  readonly #pool: pg.Pool;
  readonly #names = makeNames();
  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return new PipelinedConnection(await this.#pool.connect(), this.#names);
  }
  async releaseConnection(connection: PipelinedConnection): Promise<void> {
    connection.release();
  }
  async beginTransaction(
    connection: PipelinedConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    connection.begin(settings);
  }
  async commitTransaction(connection: PipelinedConnection): Promise<void> {
    await connection.commit();
  }
  async rollbackTransaction(connection: PipelinedConnection): Promise<void> {
    await connection.rollback();
  }
  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}

class PipelinedConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  readonly #names: Names;
  /** What goes with the next statement or with the commit; `begin` is the first of them. */
  #waiting: (string | CompiledQuery)[] = [];
  #hasBegun = false;
  #reads = false;
  #broken = false;
  constructor(client: pg.PoolClient, names: Names) {
    this.#client = client;
    this.#names = names;
    if (takeRead(client)) this.#waiting.push(endOfRead);
  }

  begin({ accessMode, isolationLevel }: TransactionSettings): void {
    const level = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
    this.#waiting.push(`begin${level}${accessMode === undefined ? '' : ` ${accessMode}`}`);
    this.#hasBegun = false;
    this.#reads = accessMode === 'read only';
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (patient.has(query)) {
      this.#waiting.push(query);
      return { rows: [] };
    }
    const { rows, command, rowCount } = await this.#send(query);
    const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE';
    return changes ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
  }

  async commit(): Promise<void> {
    const isEmpty = !this.#hasBegun && typeof this.#waiting.at(-1) === 'string'; // nothing after `begin`
    if (isEmpty) return this.#forget();
    if (this.#reads && this.#waiting.length === 0) {
      this.#waiting.push(endOfRead);
      return;
    }
    const { command } = await this.#send('commit');
    // PostgreSQL answers a commit after a fault so, and with no error.
    if (command === 'ROLLBACK') throw new Error('the transaction was rolled back');
  }

  async rollback(): Promise<void> {
    if (!this.#hasBegun) return this.#forget();
    this.#waiting = [];
    await this.#client.query('rollback').catch((fault: unknown) => {
      this.#broken = true; // in what state it is nobody knows: the pool makes another
      throw fault;
    });
  }

  /** A read that has not ended goes on, unless its connection is soon asked for something else. */
  release(): void {
    const readsOn = this.#waiting[0] === endOfRead;
    if (readsOn && !this.#broken) leaveRead(this.#client);
    this.#client.release(this.#broken);
  }
  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('a pipelined connection does not stream');
  }

  /** Sends what waits and one thing more as one packet. After a fault the rest fails too: the first one counts. */
  async #send(what: string | CompiledQuery): Promise<pg.QueryResult> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#hasBegun = true;
    if (waiting.length === 0) return this.#ask(what);
    const { stream } = (this.#client as unknown as Wired).connection; // pg does not type it
    stream.cork();
    const all = [...joined(waiting), what];
    const asked = all.map((one) => this.#ask(one));
    stream.uncork();
    const told = await Promise.allSettled(asked);
    for (const [at, answer] of told.entries()) {
      if (answer.status === 'rejected') throw answer.reason;
      const one = all[at];
      if (typeof one === 'object') answers.set(one, answer.value.rows);
    }
    return asked.at(-1) as Promise<pg.QueryResult>; // there is one at least
  }

  async #ask(what: string | CompiledQuery): Promise<pg.QueryResult> {
    if (typeof what === 'string') return this.#client.query(what);
    const name = this.#names.of(what.sql);
    const values = what.parameters as unknown[]; // pg reads them only
    const config = { text: what.sql, values, ...(name === undefined ? {} : { name }) };
    return this.#client.query(config).catch((fault: { code?: string }) => {
      // A column came or went since the statement was prepared: a fresh connection prepares it anew.
      if (fault.code === featureNotSupported) this.#broken = true;
      throw fault;
    });
  }

  /** Of a transaction that never reached the server nothing is sent; a read before it still ends. */
  #forget(): void {
    this.#waiting = this.#waiting.filter((one) => one === endOfRead);
  }
}

/** What is said without values and follows each other is said at once: the end of one read and the beginning of the next. */
function joined(waiting: readonly (string | CompiledQuery)[]): (string | CompiledQuery)[] {
  const [first, second, ...rest] = waiting;
  if (typeof first !== 'string' || typeof second !== 'string') return [...waiting];
  return [`${first}; ${second}`, ...rest];
}

/** Connections whose last read has not ended, and what will end it. */
const reading = new WeakMap<pg.PoolClient, NodeJS.Timeout>();
const endOfRead = 'commit';
const soon = 5; // ms: an open read holds back changes of tables

const leaveRead = (client: pg.PoolClient) => reading.set(client, setTimeout(endRead, soon, client));

/** Whether a read is still open there; whoever asks ends it. */
function takeRead(client: pg.PoolClient): boolean {
  clearTimeout(reading.get(client));
  return reading.delete(client);
}

/** Before a client of the pool is used past the dialect. */
export function endRead(client: pg.PoolClient): void {
  if (takeRead(client)) client.query(endOfRead).catch(() => undefined); // it died: the pool knows
}

interface Wired {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

interface Names {
  /** The prepared statement's name; none for a text that has not come twice, or when there are too many. */
  of(text: string): string | undefined;
}
const featureNotSupported = '0A000';
const mostNames = 400; // each costs the server some kB in every connection

function makeNames(): Names {
  const names = new Map<string, string>();
  let seen = new Set<string>();
  return {
    of: (text) => {
      const known = names.get(text);
      if (known !== undefined || names.size >= mostNames) return known;
      if (!seen.has(text)) {
        if (seen.size >= mostNames) seen = new Set();
        seen.add(text);
        return undefined;
      }
      seen.delete(text);
      const name = `s${names.size}`;
      names.set(text, name);
      return name;
    },
  };
}
