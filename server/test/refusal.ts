// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Refused } from '@lilong/contracts/call';

/** The problem document that a call is refused with. Fails when it is not refused. */
export async function refusal(calling: Promise<unknown>): Promise<Problem> {
  try {
    await calling;
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.problem;
    throw thrown;
  }
  throw new Error('this was allowed, and must not be');
}
