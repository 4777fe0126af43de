// SPDX-License-Identifier: Apache-2.0
// What an item asks of whoever applies, counted by one rule for all of them. Pure: the desk counts a draft with it while it
// is typed, the server everything else. The seconds are our own reckoning (示例): docs/domain/affairs.md, "Burden".
import type { FormField, ItemBurden, ItemMaterial, ItemQuestion, When } from './affair-items.ts';

/** Seconds of one act. */
export const burdenSeconds = {
  /** Reading the page, signing, handing in. */
  whole: 60,
  question: 8,
  /** Looking over what is known, all of it. */
  known: 15,
  choice: 8,
  yes_no: 5,
  integer: 15,
  number: 15,
  date: 15,
  text: 25,
  long_text: 60,
  /** Finding a paper and taking its picture. */
  paper: 180,
  /** Coming once: the way, the wait, the window. */
  visit: 5400,
} as const;

export interface Burdened {
  readonly questions: readonly Pick<ItemQuestion, 'key' | 'choices'>[];
  readonly fields: readonly Pick<FormField, 'type' | 'element' | 'when'>[];
  /** `element`: the registry's value that stands in for it. */
  readonly materials: readonly (Pick<ItemMaterial, 'source' | 'need' | 'when'> & {
    readonly element?: string | undefined;
  })[];
  readonly visits: number;
}
type Counted = Pick<ItemBurden, 'known' | 'asked' | 'papers'> & { readonly seconds: number };
const nothing: Counted = { known: 0, asked: 0, papers: 0, seconds: 0 };

/**
 * What it costs at most, when the registry knows everything: of each question the answer that takes longest is taken. Papers
 * that may be left out are not counted, nor what a certificate or the registry already says.
 */
export function burdenOf(item: Burdened): ItemBurden {
  const needed = item.questions.reduce<Counted>(
    (sum, { key, choices }) => {
      const each = choices.map((choice) => countOf(item, onlyWhen(key, choice.key)));
      return added(sum, each.sort((one, other) => other.seconds - one.seconds)[0] ?? nothing);
    },
    countOf(item, always),
  );
  const { known, asked, papers } = needed;
  const seconds =
    burdenSeconds.whole +
    item.questions.length * burdenSeconds.question +
    (known > 0 ? burdenSeconds.known : 0) +
    needed.seconds +
    item.visits * burdenSeconds.visit;
  const questions = item.questions.length;
  return {
    fields: known + asked,
    known,
    asked,
    questions,
    papers,
    minutes: Math.ceil(seconds / 60),
  };
}

type Chosen = (when: When | null) => boolean;
const always: Chosen = (when) => when === null;
const onlyWhen =
  (question: string, choice: string): Chosen =>
  (when) =>
    when !== null && when.question === question && when.is.includes(choice);

function countOf({ fields, materials }: Burdened, chosen: Chosen): Counted {
  const here = fields.filter(({ when }) => chosen(when));
  const asked = here.filter(({ element }) => element === null);
  const papers = materials.filter(
    ({ source, need, when, element }) =>
      chosen(when) &&
      element === undefined &&
      need !== 'optional' &&
      (source === 'applicant' || source === 'government'),
  ).length;
  const typed = asked.reduce((sum, { type }) => sum + burdenSeconds[type], 0);
  return {
    ...{ known: here.length - asked.length, asked: asked.length, papers },
    seconds: typed + papers * burdenSeconds.paper,
  };
}

const added = (one: Counted, other: Counted): Counted => ({
  known: one.known + other.known,
  asked: one.asked + other.asked,
  papers: one.papers + other.papers,
  seconds: one.seconds + other.seconds,
});
