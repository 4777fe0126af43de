// SPDX-License-Identifier: Apache-2.0
import { type RefObject, useLayoutEffect, useState } from 'react';

const MM = 96 / 25.4;

/**
 * How long the paper must be on which something stands, in mm: looked at after each drawing, whatever made it longer.
 * Undefined until it is drawn.
 *
 * @param tailMm white at the end, for the knife
 */
export function useDrawnLength(
  at: RefObject<HTMLElement | null>,
  tailMm: number,
): number | undefined {
  const [lengthMm, setLength] = useState<number>();
  useLayoutEffect(() => {
    const height = at.current?.offsetHeight ?? 0;
    if (height > 0) setLength(Math.ceil(height / MM) + tailMm);
  });
  return lengthMm;
}
