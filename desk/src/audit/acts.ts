// SPDX-License-Identifier: Apache-2.0
/** Where words for an act may stand, the first that has some counts. `case.register` is a move of the workflow. */
export function actKeys(act: string): readonly string[] {
  const name = act.replace(/^case\./, '');
  return [`audit.act.${act}`, `move.${name}`, `act.${name}`, `flow.${name}`];
}
