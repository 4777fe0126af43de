// SPDX-License-Identifier: Apache-2.0
// Which buttons an application has, in which order, and what Enter does.
import { plainAffairMoves } from '@lilong/contracts/affair-work';
import { type AffairButton, type AffairPage, affairButtons } from '@lilong/contracts/affairs';
import type { Key } from '../words.ts';

/** What is pressed in the office; the rest belongs to whoever applies. */
export type Act = Exclude<AffairButton, 'save' | 'submit' | 'discard' | 'withdraw'>;
type Plain = (typeof plainAffairMoves)[number];

/** Forward, the likeliest first: what Enter does. Going back, stopping and refusing are never among them. */
const forward: readonly Act[] = [
  'decide_extension',
  'accept',
  'supplement',
  'begin',
  'grant',
  'resume',
  'deliver',
  'archive',
];
const notOurs: readonly AffairButton[] = ['save', 'submit', 'discard', 'withdraw'];
const grave: readonly Act[] = ['refuse', 'refuse_receipt', 'give_back', 'cancel'];

type Permitted = Pick<AffairPage, 'can'>;

export function primaryOf({ can }: Permitted): Act | undefined {
  return forward.find((act) => can[act] === true);
}

/** Exactly the buttons that the server says this post may press now, the primary one first and the grave ones last. */
export function actsOf(page: Permitted): Act[] {
  const mine = affairButtons.filter(
    (button): button is Act => page.can[button] === true && !notOurs.includes(button),
  );
  const primary = primaryOf(page);
  const rank = (act: Act): number => (act === primary ? 0 : 1 + Number(isGrave(act)));
  return [...mine].sort((a, b) => rank(a) - rank(b));
}

export const isGrave = (act: Act): boolean => grave.includes(act);

const plainNames: readonly string[] = plainAffairMoves;
/** Nothing more is asked: the button does it. */
export const isPlain = (act: Act): act is Act & Plain => plainNames.includes(act);

export function wordsOf(act: Act): Key {
  if (act === 'decide_extension' || act === 'give') return `affairs.act.${act}`;
  return `affairmove.${act}`;
}
