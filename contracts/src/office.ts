// SPDX-License-Identifier: Apache-2.0
// About this deployment, and what people say of the product.
import { Type } from 'typebox';
import { route } from './route.ts';
import { Empty, Nullable, OneOf, Words } from './shapes.ts';

/** 政务服务便民热线, one number for the whole country (国办发〔2020〕53号), for want of a nearer one. */
export const nationalHotline = '12345';

export const about = route({
  method: 'GET',
  path: '/api/about',
  summary: 'Deploying unit, filing number, version',
  input: Empty,
  reply: Type.Object({
    city: Type.String(),
    unit: Type.String(),
    filingNo: Nullable(Type.String()),
    version: Type.String(),
    demo: Type.Boolean(),
    /** Address of the base map's tiles with {z}, {x}, {y}: Web Mercator over WGS 84. */
    mapTiles: Nullable(Type.String()),
    hotline: Type.String(),
    privacyContact: Nullable(Type.String()),
  }),
});
export const giveFeedback = route({
  method: 'POST',
  path: '/api/feedback',
  summary: 'A complaint or suggestion about the product itself',
  input: Type.Object({
    about: OneOf(['complaint', 'suggestion', 'accessibility'] as const),
    words: Words(2000),
    contact: Type.Optional(Words(80)),
  }),
  reply: Type.Object({ no: Type.Integer() }),
});
export const liveTopics = [
  'cases',
  'my',
  'staff',
  'catalogue',
  'handovers',
  'registry',
  'counters',
  'affairs',
  'ratings',
  'assistance',
] as const;
/** In place of a topic: nobody knows what was missed, so look at all of it again. */
export const everyTopic = '*';
/** `GET /api/live`: server-sent events; each is `{ look: topic }`, never data. */
export const livePath = '/api/live';
