// SPDX-License-Identifier: Apache-2.0
import type {
  AffairAct,
  AffairMoveName,
  AffairState,
  affairSteps,
  Law,
} from '../src/affair-flow.ts';
import type {
  affairKinds,
  Delivery,
  HeldElement,
  LifeEvent,
  materialKinds,
  materialNeeds,
  materialSources,
  Procedure,
  scopes,
} from '../src/affair-items.ts';
import type { PaperAct, PaperState, PaperTab } from '../src/affair-papers.ts';
import type { ReceiptKind } from '../src/affair-receipts.ts';
import type { AffairTab } from '../src/affair-work.ts';
import type { affairClocks, ToldHow } from '../src/affairs.ts';
import type { AssistanceCategory, AssistanceStage, InquirySource } from '../src/assistance.ts';
import type { CaseAct, CaseMove, CaseState, Need, progressSteps } from '../src/case-flow.ts';
import type { channels, lateness, photoKinds } from '../src/case-shapes.ts';
import type { buckets } from '../src/case-work.ts';
import type { catalogueKinds } from '../src/catalogue.ts';
import type { equipments, priorities, spokenLanguages } from '../src/counters.ts';
import type { Role } from '../src/identity.ts';
import type { OrganisationKind, placeLevels } from '../src/places.ts';
import type { RefusalCode } from '../src/refusals.ts';
import type { SettleWork } from '../src/settlement.ts';
import type { TicketState } from '../src/ticket-flow.ts';
import type { doorstepWords } from './zh-doorstep.ts';

type Step = (typeof progressSteps)[number];
/** Who stands in a flow log without a post: a reporter, a client of Open311, the program. */
export const postless = ['resident', 'public', 'system'] as const;

/** Rates of docs/domain/cases.md; `GET /api/cases/tree` names them by these keys. */
export const indicatorKeys = [
  'register',
  'register_on_time',
  'dispatch_on_time',
  'right_dispatch',
  'handle',
  'handle_on_time',
  'close',
  'close_on_time',
  'return',
  'rework',
  'extension',
  'suspension',
  'first_pass',
  'frequent',
  'repeated',
] as const;

/**
 * Codes of a reporter's own timeline. Facts that the words may use:
 * `organisation` a name, `until` a moment (screens put it into words), `count` and `grade` numbers.
 */
export const timelineCodes = [
  'reported',
  'raised',
  'verifying',
  'verified',
  'registered',
  'promise',
  'promise_changed',
  'declined',
  'dispatched',
  'redispatched',
  'returned',
  'accepted',
  'crew_assigned',
  'arrived',
  'done',
  'checked',
  'rework',
  'closed',
  'forced_closed',
  'self_handled',
  'asked',
  'answered',
  'photo_added',
  'withdrawn',
  'merged',
  'unmerged',
  'supervised',
  'delay_granted',
  'suspended',
  'resumed',
  'round_two',
  'rated',
  'contact_opened',
] as const;
export const limitUnits = ['urgent_hour', 'work_hour', 'work_day', 'natural_day'] as const;
export const revealPurposes = ['call_back', 'clarify', 'on_site', 'complaint'] as const;

/** Every key that server and screens share. Words of one page live with the page. */
export type SharedKey =
  | `refusal.${RefusalCode}`
  | `state.${CaseState}`
  | `state.plain.${CaseState}`
  | `move.${CaseMove}`
  | `act.${CaseAct}`
  | `need.${Need}`
  | `role.${Role | (typeof postless)[number]}`
  | `channel.${(typeof channels)[number]}`
  | `lateness.${(typeof lateness)[number]}`
  | `step.${Step}`
  | `step.plain.${Step}`
  | `photo.${(typeof photoKinds)[number] | 'voice'}`
  | `bucket.${(typeof buckets)[number]}`
  | `catalogue.${(typeof catalogueKinds)[number]}`
  | `indicator.${(typeof indicatorKeys)[number]}`
  | `limit.${(typeof limitUnits)[number]}`
  | `level.${(typeof placeLevels)[number]}`
  | `organisation.${OrganisationKind}`
  | `timeline.${(typeof timelineCodes)[number]}`
  | `purpose.${(typeof revealPurposes)[number]}`
  | `ticket.${TicketState}`
  | `priority.${(typeof priorities)[number]}`
  | `equipment.${(typeof equipments)[number]}`
  | `spoken.${(typeof spokenLanguages)[number]}`
  | `affair.${AffairState}`
  | keyof typeof doorstepWords
  | `receipt.kind.${ReceiptKind}`
  | `affair.plain.${AffairState}`
  | `affairmove.${AffairMoveName | AffairAct}`
  | `affairstep.${(typeof affairSteps)[number]}`
  | `affairkind.${(typeof affairKinds)[number]}`
  | `affairclock.${(typeof affairClocks)[number]}`
  | `affairchannel.${'home' | 'counter'}`
  | `affairtab.${AffairTab}`
  | 'assistance.reckoning'
  | `assistance.sum.${'standard' | 'income' | 'spending' | 'left' | 'amount' | 'head' | 'assets'}`
  | 'assistance.unpaid'
  | `assistance.category.${AssistanceCategory}`
  | `assistance.stage.${AssistanceStage}`
  | `assistance.source.${InquirySource}`
  | `assistance.why.${'income' | 'assets'}`
  | `settlework.${SettleWork}`
  | `paper.${PaperState}`
  | `paperact.${PaperAct}`
  | `papertab.${PaperTab}`
  | 'assistance.reckoning'
  | `assistance.sum.${'standard' | 'income' | 'spending' | 'left' | 'amount' | 'head' | 'assets'}`
  | 'assistance.unpaid'
  | `answer.${'yes' | 'no'}`
  | `scope.${(typeof scopes)[number]}`
  | `event.${LifeEvent}`
  | `materialfrom.${(typeof materialSources)[number]}`
  | `materialkind.${(typeof materialKinds)[number]}`
  | `materialneed.${(typeof materialNeeds)[number]}`
  | `given.${ToldHow}`
  | `delivery.${Delivery}`
  | `procedure.${Procedure}`
  | `law.${Law}`
  | `held.${HeldElement}`
  | 'case.no-words'
  | 'sms.code'
  | 'sms.remind'
  | 'sms.called'
  | 'problem.title';

/** The words of one language. */
export type SharedWords = Readonly<Record<SharedKey, string>>;
