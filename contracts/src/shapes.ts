// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';

/** 15 digits, hierarchical; see docs/domain/places.md. */
export const PlaceNo = Type.Integer({ minimum: 100000000000000, maximum: 999999999999999 });
export type PlaceNo = Static<typeof PlaceNo>;

/** A moment, ISO 8601 in UTC. */
export const Moment = Type.String({ format: 'date-time' });
/** A calendar day, `2026-03-02`. */
export const Day = Type.String({ format: 'date' });

/** Public reference of a case or a report. */
export const Ref = Type.String({ minLength: 12, maxLength: 32 });

/** Degrees, WGS 84 unless `datum` says otherwise. */
export const Point = Type.Object({
  lon: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  datum: Type.Optional(
    Type.Union([Type.Literal('wgs84'), Type.Literal('gcj02'), Type.Literal('bd09')]),
  ),
});
export type Point = Static<typeof Point>;

export const Words = (max: number) => Type.String({ minLength: 1, maxLength: max });
/** Number of a stored file. */
export const FileNo = Type.Integer({ minimum: 1 });
export const Empty = Type.Object({});
export const Done = Type.Object({ done: Type.Literal(true) });
export const Nullable = <T extends import('typebox').TSchema>(of: T) =>
  Type.Union([of, Type.Null()]);
/** One of a few names. */
export function OneOf<const T extends readonly string[]>(names: T) {
  return Type.Unsafe<T[number]>(Type.Enum([...names]));
}
