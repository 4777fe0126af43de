// SPDX-License-Identifier: Apache-2.0
// Posts as programs of other people form them, byte for byte: the order of headers, the boundaries, the
// names of fields and the types that they give or leave out. Read from the sources of FixMyStreet
// (perllib/Open311.pm, with LWP), three (Python requests) and Bloomington's GeoReporter for Android (Apache
// HttpMime) and iOS (AFNetworking).
import type { InjectOptions } from 'fastify';

export type Part = readonly [name: string, value: string | Attached];
export interface Attached {
  readonly file: string;
  readonly type?: string;
  readonly bytes: Buffer;
}

interface Program {
  readonly boundary: string;
  /** Header lines of a part, as the library writes them. */
  readonly text: (name: string) => string[];
  readonly file: (name: string, file: string, type: string | undefined) => string[];
}

const quoted = (name: string) => `Content-Disposition: form-data; name="${name}"`;
const typed = (type: string | undefined) => (type === undefined ? [] : [`Content-Type: ${type}`]);

export const programs = {
  /** HTTP::Request::Common. */
  lwp: {
    boundary: 'xYzZY',
    text: (name) => [quoted(name)],
    file: (name, file, type) => [`${quoted(name)}; filename="${file}"`, ...typed(type)],
  },
  /** urllib3: a file opened without a type has none. */
  requests: {
    boundary: '0b3a1f6e7ac44cf89c1f6a9e2c1d5b7f',
    text: (name) => [quoted(name)],
    file: (name, file, type) => [`${quoted(name)}; filename="${file}"`, ...typed(type)],
  },
  /** HttpMultipartMode.BROWSER_COMPATIBLE. */
  android: {
    boundary: '-Fq3W2a_kK8hJtYbVd0u7mXcR5sGzP',
    text: (name) => [quoted(name)],
    file: (name, file, type) => [`${quoted(name)}; filename="${file}"`, ...typed(type)],
  },
  afnetworking: {
    boundary: 'Boundary+0xAbCdEfGbOuNdArY',
    text: (name) => [quoted(name)],
    file: (name, file, type) => [`${quoted(name)}; filename="${file}"`, ...typed(type)],
  },
  /** MultipartFormDataContent: a name is quoted only when it must be, and the type comes first. */
  dotnet: {
    boundary: '"a5c9e6b1-55c4-4b19-9a1a-6f6f3f0c7a11"',
    text: (name) => [
      'Content-Type: text/plain; charset=utf-8',
      `Content-Disposition: form-data; name=${/^\w+$/.test(name) ? name : `"${name}"`}`,
    ],
    file: (name, file, type) => [
      ...typed(type),
      `Content-Disposition: form-data; name=${name}; filename=${file}; filename*=utf-8''${file}`,
    ],
  },
} as const satisfies Record<string, Program>;

/** A form with files. */
export function multipart(by: keyof typeof programs, parts: readonly Part[]): InjectOptions {
  const program: Program = programs[by];
  const boundary = program.boundary.replaceAll('"', '');
  const body = parts.flatMap(([name, value]) => {
    const isText = typeof value === 'string';
    const head = isText ? program.text(name) : program.file(name, value.file, value.type);
    return [
      Buffer.from(`--${boundary}\r\n${head.join('\r\n')}\r\n\r\n`),
      isText ? Buffer.from(value) : value.bytes,
      Buffer.from('\r\n'),
    ];
  });
  return {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${program.boundary}` },
    payload: Buffer.concat([...body, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

/** A form without files, in the encoding that every one of them uses then; no charset is named. */
export function urlencoded(
  fields: Readonly<Record<string, string | readonly string[]>>,
): InjectOptions {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  );
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(pairs).toString(),
  };
}
