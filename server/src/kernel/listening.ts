// SPDX-License-Identifier: Apache-2.0
import pg from 'pg';

const firstWait = 250; // ms until a lost connection is made again; then twice as long each time
const longestWait = 10_000;
/** A connection that a router dropped looks whole: it is asked so often, and has so long to answer. */
const everyMs = 10_000;
const patience = 5_000;

/** Somebody who hears `NOTIFY channel`. */
interface Ear {
  readonly channel: string;
  readonly hear: (payload: string) => void;
  /** The connection was lost and is there again: nobody knows what was said meanwhile. */
  readonly missed: () => void;
}

/** One connection of its own that hears notices, and is made again whenever it dies. */
export class Listening {
  readonly #url: string;
  readonly #ears: Ear[] = [];
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #turn = Promise.resolve();
  #closed = false;
  constructor(url: string) {
    this.#url = url;
  }

  add(ear: Ear): Promise<void> {
    this.#turn = this.#turn.then(() => this.#add(ear));
    return this.#turn;
  }
  /** False while the connection is lost. */
  isWhole(): boolean {
    return this.#ears.length === 0 || this.#client !== undefined;
  }
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const last = this.#client;
    this.#client = undefined;
    await last?.end();
  }

  async #add(ear: Ear): Promise<void> {
    this.#ears.push(ear);
    if (this.#client !== undefined) await this.#client.query(`listen ${ear.channel}`);
    else if (this.#timer === undefined) await this.#connect();
    // Else it is being made again, for all who hear.
  }

  async #connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: this.#url,
      keepAlive: true,
      query_timeout: patience,
      connectionTimeoutMillis: patience,
    });
    fresh.on('error', () => undefined); // its end is what counts
    fresh.on('notification', ({ channel, payload = '' }) => {
      for (const ear of this.#ears) if (ear.channel === channel) ear.hear(payload);
    });
    try {
      await fresh.connect();
      for (const channel of new Set(this.#ears.map((ear) => ear.channel)))
        await fresh.query(`listen ${channel}`);
    } catch (fault) {
      leave(fresh);
      throw fault;
    }
    if (this.#closed) return leave(fresh);
    this.#client = fresh;
    this.#watch(fresh);
  }

  /** Asks whether it is alive, and makes another when it is not. */
  #watch(fresh: pg.Client): void {
    const lost = (): void => {
      clearInterval(pulse);
      if (this.#client !== fresh) return;
      this.#client = undefined;
      leave(fresh);
      this.#again(firstWait);
    };
    const pulse = setInterval(() => void fresh.query('select 1').catch(lost), everyMs).unref();
    fresh.on('end', lost);
  }

  #again(wait: number): void {
    if (this.#closed) return;
    const attempt = async (): Promise<void> => {
      await this.#connect();
      this.#timer = undefined;
      for (const ear of this.#ears) ear.missed();
    };
    this.#timer = setTimeout(() => {
      attempt().catch(() => this.#again(Math.min(wait * 2, longestWait)));
    }, wait).unref();
  }
}

function leave(client: pg.Client): void {
  client.end().catch(() => undefined);
}
