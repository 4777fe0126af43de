// SPDX-License-Identifier: Apache-2.0

/** Hands a file that the program made to the browser, which asks where to put it. */
export function saveFile(name: string, type: string, file: string | Uint8Array<ArrayBuffer>): void {
  const kind = typeof file === 'string' ? `${type};charset=utf-8` : type;
  const address = URL.createObjectURL(new Blob([file], { type: kind }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
