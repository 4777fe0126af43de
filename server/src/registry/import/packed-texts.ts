// SPDX-License-Identifier: Apache-2.0
// Hundreds of thousands of short texts side by side in one piece of memory: as strings of their own each would keep
// the part of the file that it was cut from.

const FIRST = 1 << 16;
const LONGEST = 3; // bytes of one sign

export interface PackedTexts {
  add(text: string): void;
  /** The text with this number; empty when there is none. */
  at(index: number): string;
}

export function packTexts(): PackedTexts {
  let bytes = Buffer.allocUnsafe(FIRST);
  let ends = new Uint32Array(FIRST);
  let [count, used] = [0, 0];
  return {
    add: (text) => {
      const needed = used + text.length * LONGEST;
      if (needed > bytes.length)
        bytes = Buffer.concat([bytes.subarray(0, used)], Math.max(needed, 2 * bytes.length));
      if (count === ends.length) {
        const more = new Uint32Array(2 * count);
        more.set(ends);
        ends = more;
      }
      used += bytes.write(text, used);
      ends[count] = used;
      count += 1;
    },
    at: (index) => {
      if (!(index < count)) return '';
      return bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]);
    },
  };
}
