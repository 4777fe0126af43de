// SPDX-License-Identifier: Apache-2.0
// Fifty million numbers, each in as few bytes as it says something: before they are sealed, which adds 32 to whatever they are.
import { idCheckOf, readId } from '@lilong/contracts/id-number';

/** First byte of what is packed; a text that begins with such a sign is kept behind `TEXT`. */
const TEXT = 0;
const ID = 1;
const PHONE = 2;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1800, 0, 1);
/** Days from 1800 to 2199, and more. */
const DAYS = 200_000;
const ORDERS = 1000;
const bytesOf = { [ID]: 6, [PHONE]: 5 } as const;

/** An identity number as area, day and order, seven bytes; eleven digits in six; every other text as it is, in UTF-8. */
export function packed(text: string): Buffer {
  if (readId(text) !== undefined) return written(ID, idNumber(text));
  if (/^[1-9]\d{10}$/.test(text)) return written(PHONE, Number(text));
  const plain = Buffer.from(text, 'utf8');
  return (plain[0] ?? PHONE + 1) > PHONE ? plain : Buffer.concat([Buffer.of(TEXT), plain]);
}

/** The text again, also of what was sealed before numbers were packed. */
export function unpacked(bytes: Buffer): string {
  const kind = bytes[0];
  if (kind === PHONE && bytes.length === 1 + bytesOf[PHONE]) return String(read(bytes, PHONE));
  if (kind === ID && bytes.length === 1 + bytesOf[ID]) return idText(read(bytes, ID));
  return bytes.toString('utf8', kind === TEXT ? 1 : 0);
}

function written(kind: typeof ID | typeof PHONE, value: number): Buffer {
  const bytes = Buffer.alloc(1 + bytesOf[kind], kind);
  bytes.writeUIntBE(value, 1, bytesOf[kind]);
  return bytes;
}

const read = (bytes: Buffer, kind: typeof ID | typeof PHONE): number =>
  bytes.readUIntBE(1, bytesOf[kind]);

/** Less than 2^48: the check digit follows from the rest. */
function idNumber(id: string): number {
  const [area, order] = [Number(id.slice(0, 6)), Number(id.slice(14, 17))];
  const day = Date.UTC(
    Number(id.slice(6, 10)),
    Number(id.slice(10, 12)) - 1,
    Number(id.slice(12, 14)),
  );
  return (area * DAYS + (day - FIRST_DAY) / DAY_MS) * ORDERS + order;
}

function idText(number: number): string {
  const [order, rest] = [number % ORDERS, Math.floor(number / ORDERS)];
  const day = new Date(FIRST_DAY + (rest % DAYS) * DAY_MS).toISOString().slice(0, 10);
  const first = `${Math.floor(rest / DAYS)}${day.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return first + idCheckOf(first);
}
