// SPDX-License-Identifier: Apache-2.0
// One case while it is lived: where it is, and what somebody does to it.
import type { MoveInput } from '@lilong/contracts/case-work';
import type { Receipt } from '@lilong/contracts/cases';
import { caseActs } from '../cases/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { awake, type Hours, office, type Timed } from './hours.ts';
import type { Shown } from './pictures.ts';
import type { Sentence } from './texts.ts';

/** Where something is the matter, and what. */
export interface Scene {
  readonly place: number;
  readonly address: string;
  readonly point?: { readonly lon: number; readonly lat: number };
  readonly sentence: Sentence;
}
/** What is known of a case by now. */
export interface Life {
  ref: string;
  report: string;
  version: number;
  solveDue: string | null;
}
/** Somebody does something; `files` are the pictures that it wants, in their order. */
export interface Step extends Timed {
  readonly who: Actor;
  readonly shows: readonly Shown[];
  readonly run: (ctx: Ctx, life: Life, files: readonly number[]) => Promise<void>;
}
export type Timing = { readonly wait: number; readonly hours?: Hours };

export const newLife = (): Life => ({ ref: '', report: '', version: 0, solveDue: null });

function said({ place, address, point, sentence }: Scene) {
  return { place, address, words: sentence.words, ...(point === undefined ? {} : { point }) };
}
function opened(life: Life, { ref, caseRef }: Receipt): void {
  life.report = ref;
  life.ref = caseRef;
  life.version = 1;
}

/** A resident reports from her phone. */
export function reports(
  who: Actor,
  scene: Scene,
  shows: readonly Shown[],
  { wait, hours = awake }: Timing = { wait: 0 },
): Step {
  return {
    wait,
    hours,
    who,
    shows,
    run: async (ctx, life, files) =>
      opened(life, await caseActs.report(ctx, { ...said(scene), photos: [...files] })),
  };
}

/** How somebody in office hears of it. */
export interface Entry {
  readonly channel: 'committee' | 'patrol' | 'phone' | 'hotline_12345';
  readonly contactName?: string;
  readonly contactPhone?: string;
  readonly outsideNo?: string;
}

/** Somebody in office enters what they saw or were told. */
export function enters(
  who: Actor,
  scene: Scene,
  entry: Entry,
  shows: readonly Shown[],
  next: 'keep' | 'raise' = 'keep',
): Step {
  return {
    wait: 0,
    hours: office,
    who,
    shows,
    run: async (ctx, life, files) => {
      const category = scene.sentence.category;
      const input = { ...said(scene), ...entry, category, photos: [...files], next };
      opened(life, await caseActs.enter(ctx, input));
      if (next === 'raise') life.version = 2;
    },
  };
}

/** A committee worker enters what she has already seen to (自处置). */
export function entersHandled(who: Actor, scene: Scene, shows: readonly Shown[]): Step {
  const { category, outcome } = scene.sentence;
  return {
    wait: 0,
    hours: office,
    who,
    shows,
    run: async (ctx, life, files) => {
      const before = files.filter((_, index) => shows[index]?.moment === 'before');
      const after = files.filter((_, index) => shows[index]?.moment === 'after');
      const done = {
        outcome,
        photosAfter: after,
        ...(after.length > 0 ? {} : { reason: outcome }),
      };
      const input = { ...said(scene), category, photos: before, next: 'self_handle' } as const;
      opened(life, await caseActs.enter(ctx, { ...input, ...done, channel: 'committee' }));
      life.version = 2;
    },
  };
}

export type Given = Partial<Omit<MoveInput, 'ref' | 'move' | 'version' | 'photos'>>;

/** A move of the workflow table. */
export function moves(
  who: Actor,
  move: MoveInput['move'],
  given: Given,
  { wait, hours = office }: Timing,
  shows: readonly Shown[] = [],
): Step {
  return {
    wait,
    hours,
    who,
    shows,
    run: async (ctx, life, files) => {
      const photos = files.length === 0 ? {} : { photos: [...files] };
      const { ref, version } = life;
      const moved = await caseActs.makeMove(ctx, { ...given, ...photos, ref, version, move });
      life.version = moved.version;
      life.solveDue = moved.solveDue;
    },
  };
}

/** An act that writes so many entries of the flow log and changes nothing else that a later step needs. */
export function acts(
  who: Actor,
  { wait, hours = office }: Timing,
  entries: number,
  act: (ctx: Ctx, life: Life) => Promise<unknown>,
): Step {
  return {
    wait,
    hours,
    who,
    shows: [],
    run: async (ctx, life) => {
      await act(ctx, life);
      life.version += entries;
    },
  };
}
