// SPDX-License-Identifier: Apache-2.0

/** A table as text. Chinese Excel writes GB 18030 unless told otherwise; what is no UTF-8 is read as that. */
export function decodeTable(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
