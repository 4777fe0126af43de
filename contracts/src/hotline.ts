// SPDX-License-Identifier: Apache-2.0
// 12345's reply form. Source: docs/domain/cases.md (after domain facts 2.6).
import { type Static, Type } from 'typebox';
import { Moment, Nullable, OneOf } from './shapes.ts';

export const hotlineResults = ['solved', 'explained', 'other'] as const; // 实际解决 解释说明 其他
/** 回访满意度, in the order in which the city asks. */
export const satisfactions = ['satisfied', 'basically', 'unsatisfied', 'not_reached'] as const; // 满意 基本满意 不满意 未接通
/** 答复方式. */
export const answerMeans = ['phone', 'message', 'visit', 'letter', 'meeting'] as const; // 电话 短信 上门 书面 当面

const Said = Nullable(Type.String({ maxLength: 500 }));

/**
 * 12345's reply form, filled in little by little. What was claimed must be named: whom and when, or why not; how and
 * when it was answered go together, and so do kind and area of an illegal building; 不满意 has a reason.
 */
export const HotlineReply = Type.Object({
  /** 是否先行联系. */
  contactedFirst: Type.Boolean(),
  /** 未联系原因: needed when nobody was contacted. */
  notContactedReason: Said,
  /** 先行联系时间: needed when somebody was. */
  contactedAt: Nullable(Moment),
  /** 联系人: needed when somebody was. */
  contactPerson: Said,
  /** 事实认定. */
  factFound: Said,
  /** 诉求认定. */
  demandFound: Said,
  /** 是否现场查看. */
  sawOnSite: Type.Boolean(),
  /** 是否公开. */
  mayPublish: Type.Boolean(),
  /** 处理结果. */
  result: Nullable(OneOf(hotlineResults)),
  /** 处置部门. */
  department: Said,
  /** 负责人. */
  responsible: Said,
  /** 分管领导. */
  leaderInCharge: Said,
  /** 责任判断. */
  dutyJudged: Said,
  /** 回访满意度. */
  satisfaction: Nullable(OneOf(satisfactions)),
  /** What the citizen said when called back. */
  citizenWords: Said,
  /** 不满意原因: needed when the citizen is not satisfied. */
  unsatisfiedReason: Said,
  /** 答复方式. */
  answerMeans: Nullable(OneOf(answerMeans)),
  /** 答复时间. */
  answeredAt: Nullable(Moment),
  /** 答复要点. */
  answerWords: Said,
  /** 违建类型, where it was about an illegal building; with its area. */
  illegalBuildingKind: Said,
  /** 违建面积, square metres. */
  illegalBuildingM2: Nullable(Type.Number({ minimum: 0, maximum: 1_000_000 })),
  /** 群租类型, where it was about a crowded let. */
  crowdedLetKind: Said,
});
export type HotlineReply = Static<typeof HotlineReply>;

/** The form before anybody wrote in it. */
export const blankHotline: HotlineReply = {
  contactedFirst: false,
  notContactedReason: null,
  contactedAt: null,
  contactPerson: null,
  factFound: null,
  demandFound: null,
  sawOnSite: false,
  mayPublish: false,
  result: null,
  department: null,
  responsible: null,
  leaderInCharge: null,
  dutyJudged: null,
  satisfaction: null,
  citizenWords: null,
  unsatisfiedReason: null,
  answerMeans: null,
  answeredAt: null,
  answerWords: null,
  illegalBuildingKind: null,
  illegalBuildingM2: null,
  crowdedLetKind: null,
};
