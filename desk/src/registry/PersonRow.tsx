// SPDX-License-Identifier: Apache-2.0
import type { PersonLine } from '@lilong/contracts/registry-find';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Marks } from './Marks.tsx';
import { useCode } from './said.ts';
import { Who } from './Who.tsx';

/** What was asked stays in the address; the older day of a card does not. */
export const withoutDay = ({ at: _, ...rest }: { readonly at?: string }) => rest;

/** One person of a list; one tap to the card. */
export function PersonRow({ line }: { readonly line: PersonLine }): ReactNode {
  const code = useCode();
  return (
    <li>
      <Link
        to="/people/$person"
        params={{ person: String(line.person) }}
        search={withoutDay}
        className="reg-row"
      >
        <Who of={line} />
        <span className="tag reg-row-standing">{code('standing', line.standing)}</span>
        <span className="reg-row-door" lang="zh-CN">
          {line.door ?? line.placeName}
        </span>
        <Marks labels={line.labels} />
      </Link>
    </li>
  );
}
