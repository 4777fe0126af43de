// SPDX-License-Identifier: Apache-2.0
// For tests of words.
import { compileMessage } from '@lingui/message-utils/compileMessage';

/** Names in braces of one ICU message, at any depth. Throws where the message is none. */
export function bracesOf(message: string): string[] {
  return [...new Set(namesIn(compileMessage(message)))].sort();
}

/** Keys whose braces are not the same in both languages. */
export function differingBraces<K extends string>(
  one: Readonly<Record<K, string>>,
  other: Readonly<Record<K, string>>,
): K[] {
  return (Object.keys(one) as K[]).filter(
    (key) => bracesOf(one[key]).join() !== bracesOf(other[key]).join(),
  );
}

function namesIn(tokens: unknown): string[] {
  if (!Array.isArray(tokens)) return [];
  return tokens.flatMap((token: unknown): string[] => {
    if (!Array.isArray(token)) return [];
    const [name, , branches] = token as [string, string?, Record<string, unknown>?];
    return [name, ...Object.values(branches ?? {}).flatMap(namesIn)];
  });
}
