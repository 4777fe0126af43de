// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

const drawings = {
  report: 'M4 7h3l2-3h6l2 3h3v12H4zM12 9.400a3.6 3.6 0 1 0 0 7.200a3.6 3.6 0 0 0 0-7.200z',
  inbox: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4',
  case: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  people:
    'M9 4.500a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M17 6.500a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5zM17 14c2.5 0 4 1.5 4.5 4.5',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM4 21c1-5 4-7 8-7s7 2 8 7',
  document: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7M9 7h3',
  talk: 'M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5',
  figures: 'M3 21V10l5-3v14M8 21V4l7 3v14M15 21V11l6 2v8z',
  shield: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4',
  search: 'M11 4.500a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM16 16l5 5',
  pin: 'M12 21s7-6.5 7-12a7 7 0 0 0-14 0c0 5.5 7 12 7 12zM12 6.500a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5z',
  mic: 'M12 3a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5 11a7 7 0 0 0 14 0M12 18v3',
  home: 'M4 11l8-7 8 7v9H4zM10 20v-6h4v6',
  wrench: 'M14 6a4 4 0 0 1 5-3l-2.5 2.5 2 2L21 5a4 4 0 0 1-5 5l-8 8a2.1 2.1 0 0 1-3-3l8-8z',
  street: 'M5 20V9l7-5 7 5v11M9 20v-6h6v6',
  city: 'M3 21h18M5 21V8l6-3v16M11 21V10h8v11M8 10v.01M8 13v.01M8 16v.01M15 13v.01M15 16v.01',
  clock: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM12 8v4l3 2',
  phone:
    'M5 4h4l2 5-2.5 1.500a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  play: 'M8 5l11 7-11 7z',
  stop: 'M7 7h10v10H7z',
  pause: 'M9 6v12M15 6v12',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  plus: 'M12 5v14M5 12h14',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  settings:
    'M12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.600l2.1 2.100M16.3 16.300l2.1 2.100M18.4 5.600l-2.1 2.100M7.7 16.300l-2.1 2.1',
  sound: 'M4 10v4h4l5 4V6L8 10zM16 9a4 4 0 0 1 0 6M18.5 6.500a8 8 0 0 1 0 11',
  language:
    'M12 3.500a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.500c3 3 3 14 0 17M12 3.500c-3 3-3 14 0 17',
  leave: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  waiting: 'M7 3h10M7 21h10M8 3c0 6 8 6 8 9s-8 3-8 9M16 3c0 6-8 6-8 9s8 3 8 9',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.01',
  info: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM12 11v5M12 8v.01',
  printer: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  merge: 'M6 4v4c0 4 6 4 6 8v4M18 4v4c0 4-6 4-6 8',
  undo: 'M8 5L4 9l4 4M4 9h9a6 6 0 0 1 0 12H9',
  map: 'M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2zM9 4v14M15 6v14',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01',
  filter: 'M4 5h16l-6 8v6l-4-2v-4z',
  help: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM9.7 10a2.3 2.3 0 1 1 3.3 2.100c-.7.4-1 .8-1 1.600M12 16.500v.01',
  send: 'M4 12l16-8-6 16-3-6zM11 14l4-5',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9v.01',
  flag: 'M6 21V4h11l-2 4 2 4H6',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
  key: 'M8 11a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM11 12l8-8M16 7l3 3',
  target: 'M12 5a7 7 0 1 0 0 14a7 7 0 0 0 0-14zM12 2v4M12 18v4M2 12h4M18 12h4',
  lend: 'M4 8h13l-3-3M20 16H7l3 3',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5',
  refresh: 'M19 12a7 7 0 1 1-2-5M17 3v4h-4',
  grid: 'M4 4h16v16H4zM4 10h16M4 15h16M10 4v16M15 4v16',
  more: 'M6 12v.01M12 12v.01M18 12v.01',
} as const;

export type IconName = keyof typeof drawings;

interface IconProps {
  readonly name: IconName;
  /** Side in pixels of the drawing; type scale of the page decides when not given. */
  readonly size?: number | string;
}

/** A stroke drawing in the colour of its text. Silent: the word beside it speaks. */
export function Icon({ name, size = 24 }: IconProps): ReactNode {
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
      <path d={drawings[name]} />
    </svg>
  );
}

interface MarkProps {
  readonly size?: number;
  /** `night` on the dark side bar, where the door is plaster. */
  readonly ground?: 'day' | 'night';
}

/** The arch of a lane house: Lilong's mark. */
export function Mark({ size = 38, ground = 'day' }: MarkProps): ReactNode {
  const door = ground === 'day' ? '#1f2421' : '#f6f4ef';
  const seam = ground === 'day' ? '#f6f4ef' : '#26302d';
  return (
    <svg
      className="mark"
      viewBox="0 0 40 40"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M4 37V18C4 9.2 11.2 3 20 3s16 6.2 16 15v19"
        fill="none"
        stroke="#a6432e"
        strokeWidth="4"
      />
      <path d="M12 37V19c0-4.6 3.6-8 8-8s8 3.4 8 8v18z" fill={door} />
      <path d="M20 13v24" stroke={seam} strokeWidth="1.6" />
      <circle cx="17.6" cy="26" r="1.2" fill={seam} />
      <circle cx="22.4" cy="26" r="1.2" fill={seam} />
      <path d="M2 37h36" stroke="#a6432e" strokeWidth="3" />
    </svg>
  );
}
