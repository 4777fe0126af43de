// SPDX-License-Identifier: Apache-2.0
// Requests as others may see them: service, road, time and state; words and photo once a dispatcher
// released them. Of its own requests a key always learns the state, and no more.
import { type CaseState, endStates } from '@lilong/contracts/case-flow';
import { formatRef, parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import { addressOf } from '../kernel/openapi.ts';
import { type Fields, invalid, listOf, momentOf, w3c } from './fields.ts';
import type { Spark } from './format.ts';
import { serviceNames } from './listing.ts';
import { answerBy, askAt, solveBy, stateWords } from './notices.ts';
import {
  type Reader,
  type RequestRow,
  type Sought,
  selectList,
  selectRequests,
  selectUpdates,
  selectUpdatesOf,
  type UpdateRow,
} from './queries.ts';
import { mostRows, pageOf, spanOf } from './span.ts';

/** What others may see, newest first; or the requests that `service_request_id` names, whatever else is asked. */
export async function listRequests(ctx: Ctx, reader: Reader, fields: Fields): Promise<Spark> {
  const refs = listOf(fields, 'service_request_id');
  const rows =
    refs === undefined
      ? await selectList(ctx, reader, soughtOf(ctx, fields), pageOf(fields))
      : await selectRequests(ctx, reader, keysOf(refs.slice(0, mostRows)));
  return requestsOf(ctx, reader, fields, rows);
}

/** @throws {Refusal} open311.request, also for a case that others may not see */
export async function showRequest(
  ctx: Ctx,
  reader: Reader,
  fields: Fields,
  ref: string,
): Promise<Spark> {
  const rows = await selectRequests(ctx, reader, keysOf([ref]));
  if (rows.length === 0) throw nothing(ref);
  return requestsOf(ctx, reader, fields, rows);
}

/** What happened to one request. */
export async function listUpdatesOf(ctx: Ctx, reader: Reader, ref: string): Promise<Spark> {
  const rows = await selectUpdatesOf(ctx, reader, keysOf([ref]));
  if (rows.length === 0) throw nothing(ref);
  return rows.map((row) => updateOf(ctx, row));
}

/** What happened within a span: of what others may see, and of the key's own requests. */
export async function listUpdates(ctx: Ctx, reader: Reader, fields: Fields): Promise<Spark> {
  const rows = await selectUpdates(ctx, reader, spanOf(ctx, fields), pageOf(fields));
  return rows.map((row) => updateOf(ctx, row));
}

const nothing = (ref: string) => new Refusal('open311.request', { ref }, 'service_request_id');
const keysOf = (refs: readonly string[]): RowKey[] =>
  refs.flatMap((ref) => parseRef('C', ref) ?? []);

function soughtOf(ctx: Ctx, fields: Fields): Sought {
  const updatedAfter = momentOf(fields, 'updated_after', ctx.config.TIME_ZONE);
  const dated = ['start_date', 'end_date'].some((name) => listOf(fields, name) !== undefined);
  const states = listOf(fields, 'status');
  if (states?.some((one) => one !== 'open' && one !== 'closed') === true)
    throw invalid('status', 'enum');
  return {
    requested: updatedAfter !== undefined && !dated ? undefined : spanOf(ctx, fields),
    updatedAfter,
    services: listOf(fields, 'service_code'),
    open: states === undefined || states.length === 2 ? undefined : states.includes('open'),
  };
}

async function requestsOf(
  ctx: Ctx,
  reader: Reader,
  fields: Fields,
  rows: readonly RequestRow[],
): Promise<Spark> {
  const names = await serviceNames(ctx);
  const made = rows.map((row) => requestOf(ctx, names, row));
  if (fields.get('extensions') !== 'true') return made;
  const updates = Map.groupBy(await selectUpdatesOf(ctx, reader, rows), refOf);
  return made.map((one, at) => {
    const row = rows[at];
    const own = (row && updates.get(refOf(row))) ?? [];
    return { ...one, notes: own.map((update, first) => noteOf(ctx, update, first === 0)) };
  });
}

function requestOf(
  ctx: Ctx,
  names: ReadonlyMap<string, string>,
  row: RequestRow,
): { readonly [name: string]: Spark } {
  const code = row.visible ? row.category : row.service;
  return {
    service_request_id: refOf(row),
    status: statusOf(row.state),
    status_notes: notesOf(ctx, row),
    service_name: names.get(code ?? '') ?? (row.visible ? row.categoryName : null),
    service_code: code,
    description: row.visible ? row.words : null,
    agency_responsible: row.visible ? row.organisationName : null,
    service_notice: noticeOf(ctx, row),
    requested_datetime: w3c(row.requestedAt),
    updated_datetime: w3c(row.updatedAt),
    expected_datetime: w3c(row.solveDue),
    ...(row.visible ? whereOf(ctx, row) : nowhere),
  };
}

const nowhere = {
  address: null,
  address_id: null,
  zipcode: null,
  lat: null,
  long: null,
  media_url: null,
};

/** The road within its committee. Nobody releases an address, so it is never more precise than that. */
function whereOf(ctx: Ctx, { road, placeName, place, lat, lon, photo }: RequestRow) {
  return {
    address: road === null ? placeName : `${road}, ${placeName}`,
    address_id: String(place),
    zipcode: null,
    lat: rounded(lat),
    long: rounded(lon),
    media_url: photo === null ? null : `${addressOf(ctx)}/api/files/${photo}`,
  };
}

/** Three decimals: about a hundred metres. */
function rounded(degrees: number | null): number | null {
  return degrees === null ? null : Math.round(degrees * 1000) / 1000;
}

export function statusOf(state: CaseState): 'open' | 'closed' {
  return endStates.includes(state) ? 'closed' : 'open';
}

/** The state in plain words; where a reason is owed, also whom to ask for it. */
function notesOf(ctx: Ctx, { state, phone, placeName }: RequestRow): string {
  const words = stateWords(ctx, state);
  const isRefusal = state === 'not_accepted' || state === 'forced_close';
  return isRefusal && phone !== null ? `${words}${askAt(ctx, placeName, phone)}` : words;
}

/** What was promised and is still to come. */
function noticeOf(ctx: Ctx, { state, answerDue, solveDue }: RequestRow): string | null {
  if (statusOf(state) === 'closed') return null;
  if (solveDue !== null) return solveBy(ctx, solveDue);
  return answerDue === null ? null : answerBy(ctx, answerDue);
}

function updateOf(ctx: Ctx, row: UpdateRow): Spark {
  return {
    update_id: `${refOf(row)}.${row.flow}`,
    service_request_id: refOf(row),
    status: statusOf(row.state),
    updated_datetime: w3c(row.at),
    description: stateWords(ctx, row.state),
    external_status_code: row.state,
    media_url: null,
  };
}

function noteOf(ctx: Ctx, { at, state }: UpdateRow, first: boolean): Spark {
  const changed = statusOf(state) === 'closed' ? 'closed' : 'updated';
  return {
    datetime: w3c(at),
    description: stateWords(ctx, state),
    type: first ? 'submitted' : changed,
  };
}

function refOf({ street, no }: RowKey): string {
  return formatRef('C', { street, no });
}
