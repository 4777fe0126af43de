// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';

/** A refusal that the page itself finds before it sends, in the words of the server's own. */
export function lacking(field: string): Problem {
  return wrong(field, 'required');
}

export function wrong(field: string, rule: string): Problem {
  return { status: 400, code: 'input.invalid', facts: { field, rule }, detail: '', field };
}
