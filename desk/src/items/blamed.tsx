// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { useRefusalWords } from '@lilong/ui/words.tsx';

/** Where in a list the one stands that a refusal blames, and what is said of it: `body.materials.2`. */
export function useAt(problem: Problem | undefined, part: string, keys?: readonly string[]) {
  const say = useRefusalWords();
  const head = `body.${part}.`;
  if (problem?.field === undefined || !problem.field.startsWith(head)) return {};
  const [where = ''] = problem.field.slice(head.length).split('.');
  const fault = (
    <p className="field-fault" role="alert">
      {say(problem)}
    </p>
  );
  return { blamed: keys === undefined ? Number(where) : keys.indexOf(where), fault };
}
