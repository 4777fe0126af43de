// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icons.tsx';

/** Drawings that frequent categories name in their catalogue row and that nothing else uses. */
const drawings: Readonly<Record<string, string>> = {
  boxes: 'M3 13h8v7H3zM13 13h8v7h-8zM8 4h8v7H8z',
  ebike:
    'M6 14a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM18 14a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM6 17h7l3-9h3M13 17l-3-6h6',
  firelane: 'M12 3c1 4 5 6 5 11a5 5 0 0 1-10 0c0-2 1-4 2.5-5 .5 2 1 2.500 2 3 .5-3 .5-6 .5-9z',
  lift: 'M5 3h14v18H5zM12 3v18M7.500 10.500l1-2 1 2M14.500 13.500l1 2 1-2',
  lamp: 'M12 3v4M5 15a7 7 0 0 1 14 0zM10 18a2 2 0 0 0 4 0',
  drain: 'M4 6h16v12H4zM8 9v6M12 9v6M16 9v6',
  drop: 'M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z',
  car: 'M4 16v-4l2-5h12l2 5v4zM4 16v3h3v-3M17 16v3h3v-3M7.500 12.500v.01M16.500 12.500v.01',
  falling: 'M4 21V3h8v18M12 8h3l-2 3h4M16 14l2 3M15 19v.01M19 20v.01',
  paw: 'M12 12c3 0 5 3 5 5s-2 3-5 2c-3 1-5 0-5-2s2-5 5-5zM6 9v2M10 5v2M14 5v2M18 9v2',
};
const shared: readonly string[] = [
  'bin',
  'sound',
  'wrench',
  'street',
  'home',
  'flag',
  'warning',
  'people',
];

interface CategoryIconProps {
  /** As the category's row names it; an unknown name becomes a flag. */
  readonly name: string;
  readonly size?: number;
}

export function CategoryIcon({ name, size = 24 }: CategoryIconProps): ReactNode {
  const drawing = drawings[name];
  if (drawing === undefined)
    return <Icon name={shared.includes(name) ? (name as IconName) : 'flag'} size={size} />;
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawing} />
    </svg>
  );
}
