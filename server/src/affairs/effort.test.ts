// SPDX-License-Identifier: Apache-2.0
// What ten common matters cost whoever applies and whoever receives, walked over their own forms, beside the same on paper.
// The table of docs/domain/affairs.md is what is counted here: an item that changes makes it wrong, and this says the right one.
import { readFileSync } from 'node:fs';
import { isNeeded } from '@lilong/contracts/affair-items';
import type { ItemBody } from '@lilong/contracts/item-body';
import { burdenSeconds } from '@lilong/contracts/item-burden';
import { expect, test } from 'vitest';
import { burdenOfBody, fieldsOf, materialsOf, questionsOf } from './items.ts';
import { firstItems } from './seed-rules.ts';

/** Which are common is a guess, 示例: a city puts its own counts in its place. */
const common = 'S011 S067 S064 S056 S068 S074 S029 S097 S098 S103'.split(' ');
/** Of a clerk, beside those of a field: greeting and handing over, reading a consent aloud, looking at one paper. 示例. */
const clerk = { whole: 30, consent: 15, paper: 20 } as const;

interface Way {
  readonly fields: ReturnType<typeof fieldsOf>;
  readonly papers: number;
  readonly copies: number;
  readonly questions: number;
}

/** One way through the form: of each question the answer that asks most, as the burden of an item is counted. */
function longest(body: ItemBody): Way {
  const answers: Record<string, string> = {};
  for (const { key, choices } of questionsOf(body)) {
    const ways = choices.map((choice) => ({
      choice: choice.key,
      seconds: secondsOf(
        wayBy(body, (when) => when?.question === key && when.is.includes(choice.key)),
      ),
    }));
    answers[key] = ways.sort((one, other) => other.seconds - one.seconds)[0]?.choice ?? '';
  }
  return wayBy(body, (when) => isNeeded(when, answers));
}

type When = Parameters<typeof isNeeded>[0];
function wayBy(body: ItemBody, needed: (when: When) => boolean): Way {
  const papers = materialsOf(body).filter((one) => needed(one.when) && one.need !== 'optional');
  const brought = papers.filter(
    ({ key, source }) =>
      (source === 'applicant' || source === 'government') &&
      body.materials.find((one) => one.key === key)?.element === undefined,
  );
  return {
    fields: fieldsOf(body).filter(({ when }) => needed(when)),
    ...{ papers: brought.length, questions: body.questions.length },
    copies: papers.reduce((sum, { copies }) => sum + Math.max(1, copies), 0),
  };
}

const typedIn = ({ fields }: Way) => fields.filter(({ element }) => element === null);
const isTapped = ({ type }: Way['fields'][number]) => type === 'choice' || type === 'yes_no';
const writing = (fields: Way['fields']) =>
  fields.reduce((sum, { type }) => sum + burdenSeconds[type], 0);
const secondsOf = (way: Way) => writing(typedIn(way)) + way.papers * burdenSeconds.paper;

/** 办事, the search box, the item, 开始办, the signature, 交上去; two for a picture; into each field that is typed. */
function atHome(way: Way) {
  const asked = typedIn(way);
  return {
    typed: asked.filter((field) => !isTapped(field)).length,
    taps: 6 + way.questions + asked.length + 2 * way.papers,
    seconds:
      burdenSeconds.whole +
      burdenSeconds.known +
      way.questions * burdenSeconds.question +
      secondsOf(way),
  };
}

/** 为他办事, how they agreed, 收件; a tick for each paper. Enter takes the item that was looked for. */
function atWindow(way: Way) {
  const asked = typedIn(way);
  return {
    typed: asked.filter((field) => !isTapped(field)).length,
    taps: 3 + way.questions + asked.filter(isTapped).length + way.papers,
    seconds:
      clerk.whole +
      clerk.consent +
      way.questions * burdenSeconds.question +
      writing(asked) +
      way.papers * clerk.paper,
  };
}

/** Everything is written down, and typed once more; each paper is brought, and looked at. */
function onPaper(way: Way, visits: number) {
  const comes = Math.max(1, visits);
  return {
    ...{ written: way.fields.length + way.questions, copies: way.copies, comes },
    seconds:
      burdenSeconds.whole +
      way.questions * burdenSeconds.question +
      writing(way.fields) +
      way.copies * burdenSeconds.paper,
    typed: way.fields.length + way.questions,
    clerk:
      clerk.whole +
      way.questions * burdenSeconds.question +
      writing(way.fields) +
      way.copies * clerk.paper,
  };
}

function line({ name, body }: { name: string; body: ItemBody }): string {
  const way = longest(body);
  const [home, window, paper] = [atHome(way), atWindow(way), onPaper(way, body.visits)];
  return `| ${[
    name,
    `${home.typed} / ${paper.written}`,
    home.taps,
    `${home.seconds} / ${paper.seconds}`,
    `${way.papers} / ${paper.copies}`,
    `${body.visits} / ${paper.comes}`,
    `${window.typed} / ${paper.typed}`,
    window.taps,
    `${window.seconds} / ${paper.clerk}`,
  ].join(' | ')} |`;
}

const items = firstItems().map((one) => ({
  ...{ key: one.key, name: one.name, body: one.body as unknown as ItemBody }, // as the seed has them
}));

test('the way that is counted is the one by which the burden of an item is', () => {
  for (const { key, body } of items) {
    const way = longest(body);
    const { asked, fields, papers } = burdenOfBody(body);
    expect([key, typedIn(way).length, way.fields.length, way.papers]).toEqual([
      key,
      asked,
      fields,
      papers,
    ]);
  }
});

test('nothing that the registry knows is typed by anybody', () => {
  for (const { body } of items)
    for (const { element } of typedIn(longest(body))) expect(element).toBeNull();
});

test('the table of ten common matters says what their forms ask', () => {
  const ten = common.flatMap((key) => items.filter((one) => one.key === key));
  expect(ten).toHaveLength(10);
  const page = readFileSync(new URL('../../../docs/domain/affairs.md', import.meta.url), 'utf8');
  const names = new Set(ten.map(({ name }) => name));
  const told = page.split('\n').filter((one) => names.has(one.split(' | ')[0]?.slice(2) ?? ''));
  expect(told).toEqual(ten.map(line));
});
