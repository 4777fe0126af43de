// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import type { Load } from './load.ts';

/** A disc, a ring, a diamond, or an empty ring: told apart without colour. */
export function LoadMark({ load }: { readonly load: Load }): ReactNode {
  return (
    <svg viewBox="-6 -6 12 12" className="load-mark" aria-hidden="true">
      <LoadShape load={load} size={4} />
    </svg>
  );
}

interface LoadShapeProps {
  readonly load: Load;
  readonly size: number;
}
export function LoadShape({ load, size }: LoadShapeProps): ReactNode {
  const corner = size * 1.3;
  if (load === 'long')
    return (
      <path
        className="load load-long"
        d={`M0 ${-corner}L${corner} 0L0 ${corner}L${-corner} 0Z`}
        vectorEffect="non-scaling-stroke"
      />
    );
  const r = load === 'shut' ? size * 0.7 : size;
  return (
    <>
      <circle className={`load load-${load}`} r={r} vectorEffect="non-scaling-stroke" />
      {load === 'while' && <circle className="load-eye" r={size * 0.4} />}
    </>
  );
}
