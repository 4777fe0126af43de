// SPDX-License-Identifier: Apache-2.0
// Whoever, or whatever, stands in a file twice is taken once: otherwise the order of the lines would decide.
import { Misfit } from '../../places/index.ts';
import { doorOf } from './doors.ts';
import type { InstitutionLine } from './institution-lines.ts';
import type { HomeLine, PersonLine, Where } from './lines.ts';

export type Line = PersonLine | HomeLine | InstitutionLine;

/** What is wrong with a line that says the same person, home or institution again; it remembers those that it was shown. */
export type Seen = (line: Line, at: number) => Misfit | undefined;

export function makeSeen(): Seen {
  const lines = new Map<string, number>();
  return (line, at) => {
    const [key, field] = keyOf(line);
    const first = lines.get(key);
    if (first !== undefined) return new Misfit(field, 'load.twice', { first });
    lines.set(key, at);
    return undefined;
  };
}

function keyOf(line: Line): [string, string] {
  if ('kind' in line) return [`${line.place} ${line.kind} ${line.name}`, 'name'];
  return 'papers' in line ? keyOfPerson(line) : [homeKey(line.home), 'address'];
}

function keyOfPerson({ papers, name, bornOn, home }: PersonLine): [string, string] {
  if (papers !== null) return [papers.number, 'number'];
  return [`${name} ${bornOn} ${home === null ? '' : homeKey(home)}`, 'name'];
}

function homeKey({ readings, place }: Where): string {
  const [longest] = readings;
  return `${place} ${longest === undefined ? '' : doorOf(longest)}`;
}
