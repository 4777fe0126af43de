// SPDX-License-Identifier: Apache-2.0
// A case without a database: its row as a report opens it, and what a move may bring along.
import type { CaseMove } from '@lilong/contracts/case-flow';
import type { MoveInput } from '@lilong/contracts/case-work';
import type { CaseRow } from '../src/cases/tables.ts';
import type { Condition } from '../src/cases/workflow.ts';

export function opened(reportedAt: Date, answerDue: Date): CaseRow {
  return {
    street: 310101002,
    no: 1,
    place: 310101002001000,
    state: 'reported',
    round: 1,
    version: 1,
    title: '弄口生活垃圾成堆',
    address: '南京东路 139 弄口',
    channel: 'home',
    category: null,
    category_name: null,
    condition: null,
    condition_row: null,
    solve_limit: null,
    reports: 1,
    photo: null,
    organisation: null,
    assisting: [],
    crew: null,
    reported_at: reportedAt,
    answer_due: answerDue,
    ...noClocks,
    due_at: answerDue,
    provisional: false,
    returns: 0,
    reworks: 0,
    adjudication: false,
    returns_before: 0,
    handed_back: false,
    forced: false,
    exempt: false,
    supervised: false,
    urgent: false,
    others_may_see: false,
    released_words: false,
    released_photos: false,
    question: null,
    outcome: null,
    closing: null,
    ended_at: null,
    merged_into: null,
    late_at: null,
    waits: null,
    appeal_for: null,
  };
}
const noClocks = {
  answered_at: null,
  registered_at: null,
  dispatched_at: null,
  solve_due: null,
  solve_provisional: false,
  solved_at: null,
  arrive_due: null,
  arrive_limit: null,
  arrived_at: null,
  stage_due: null,
  sent_in_time: null,
  paused_from: null,
  paused_until: null,
  pauses: [],
  extra: 0,
  extensions: 0,
  suspensions: 0,
};

export function condition(limit: string): Condition {
  return {
    row: 1,
    order: 1,
    limit,
    categoryName: '积存垃圾渣土',
    othersMaySee: true,
    arriveLimit: null,
  };
}

/** Everything that a move of this name could need. */
export function input(move: CaseMove, more: Partial<MoveInput> = {}): MoveInput {
  const brought: Partial<Record<CaseMove, Partial<MoveInput>>> = {
    register: { category: 'event-01-11', condition: 1 },
    decline: { reasonCode: 'not_public', reason: '不属于受理范围' },
    self_handle: { reason: '雨大没有拍', outcome: '扫干净了' },
    withdraw: { outcome: 'withdrawn' },
    dispatch: { organisation: 7 },
    rule: { organisation: 7, reason: '由绿容办' },
    return: { ground: 'not_our_duty', reason: '不是我局职责' },
    assign: { crew: 9, words: '下午去' },
    close: { closing: '垃圾已清除', outcome: '清运了' },
    force_close: { reason: '要等拆迁' },
  };
  const rest = { words: '情况说明', reason: '要重做' };
  return { ref: 'C310101002-17', move, version: 1, ...(brought[move] ?? rest), ...more };
}
