// SPDX-License-Identifier: Apache-2.0
import { type InstitutionKind, institutionKinds } from '@lilong/contracts/registry-institutions';

/** What of the list stands in the address bar. */
export interface InstitutionSearch {
  readonly kind?: InstitutionKind;
  readonly q?: string;
}

export function readInstitutionSearch({ kind, q }: Record<string, unknown>): InstitutionSearch {
  const known = institutionKinds.find((one) => one === kind);
  return {
    ...(known === undefined ? {} : { kind: known }),
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
  };
}
