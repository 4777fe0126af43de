// SPDX-License-Identifier: Apache-2.0
/** Which hall a manager of several looks at; without it the own one. */
export interface CentreSearch {
  readonly centre?: number;
}

export function readCentre({ centre }: Record<string, unknown>): CentreSearch {
  const no = Number(centre);
  return centre !== undefined && Number.isSafeInteger(no) && no > 0 ? { centre: no } : {};
}
