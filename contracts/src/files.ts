// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox';
import { FileNo } from './shapes.ts';

/** `POST /api/files?kind=photo|voice` takes the raw body (image/jpeg, image/png, image/webp, audio/webm, audio/mp4, audio/ogg). */
export const uploadPath = '/api/files';
/** `GET /api/files/:no` (`?size=thumb` for a small picture) through the subject the file hangs on. */
export const filePath = (no: number, size?: 'thumb'): string =>
  `/api/files/${no}${size === undefined ? '' : '?size=thumb'}`;
export const UploadReply = Type.Object({
  no: FileNo,
  kind: Type.String(),
  sizeBytes: Type.Integer(),
});
export const photoLimit = 9;
/** Above any phone's photo, far below what fills a memory. */
export const photoMaxMegapixels = 50;
export const voiceLimitSeconds = 60;
