// SPDX-License-Identifier: Apache-2.0
// Numbers of the hall that a city may set; all of them 示例.
import type { Ctx } from '../kernel/ctx.ts';
import { settingOf } from '../kernel/in-force.ts';
import { type BookRule, usualBooking } from './booking/slots.ts';
import { usualWay, type WayRule } from './near.ts';
import { type LineRule, usualRule } from './order.ts';

export const settings = [
  {
    ...{ key: 'ticket_priority_ahead', value: usualRule.priorityAhead, unit: 'min' },
    name: '优先的人相当于早到的分钟数',
    nameEn: 'Minutes by which whoever has priority stands ahead',
  },
  {
    ...{ key: 'ticket_booked_ahead', value: usualRule.bookedAhead, unit: 'min' },
    name: '预约的人相当于提前到的分钟数',
    nameEn: 'Minutes by which whoever booked stands before their time',
  },
  {
    ...{ key: 'ticket_booked_grace', value: usualRule.bookedGrace, unit: 'min' },
    name: '预约迟到仍保留的分钟数',
    nameEn: 'Minutes that somebody may be late for a booked time',
  },
  {
    ...{ key: 'ticket_calls', value: 3, unit: '' },
    name: '叫几次不到算过号',
    nameEn: 'Calls after which a ticket counts as missed',
  },
  {
    ...{ key: 'ticket_park_minutes', value: 15, unit: 'min' },
    name: '让人稍候的分钟数',
    nameEn: 'Minutes for which somebody is put aside',
  },
  {
    ...{ key: 'booking_every', value: usualBooking.every, unit: 'min' },
    name: '预约每隔多少分钟一个时间',
    nameEn: 'Minutes between two times that can be booked',
  },
  {
    ...{ key: 'booking_share', value: usualBooking.share, unit: '%' },
    name: '窗口时间里可以预约的部分，其余留给现场取号',
    nameEn: 'Part of the windows’ time that can be booked; the rest is for those who walk in',
  },
  {
    ...{ key: 'booking_days', value: usualBooking.days, unit: 'd' },
    name: '最多提前几天预约',
    nameEn: 'Days ahead that one may book',
  },
  {
    ...{ key: 'booking_most', value: usualBooking.most, unit: '' },
    name: '一个账号最多几个没到时间的预约',
    nameEn: 'Bookings to come that one account may have',
  },
  {
    ...{ key: 'ticket_elderly_from', value: 60, unit: '' },
    name: '多少周岁起算老年人优先',
    nameEn: 'Years from which somebody goes first for their age',
  },
  {
    ...{ key: 'ticket_visit_hours', value: 4, unit: 'h' },
    name: '一次办事，档案在窗口最多打开的小时数',
    nameEn: 'Hours for which a visit opens a file at a window at most',
  },
  {
    ...{ key: 'hall_walk', value: usualWay.walk, unit: 'm/min' },
    name: '到大厅步行的快慢',
    nameEn: 'How fast one walks to a hall',
  },
  {
    ...{ key: 'hall_ride', value: usualWay.ride, unit: 'm/min' },
    name: '到大厅坐车的快慢',
    nameEn: 'How fast one rides to a hall',
  },
  {
    ...{ key: 'hall_ride_first', value: usualWay.rideFirst, unit: 'min' },
    name: '坐车另加的分钟数',
    nameEn: 'Minutes until one sits in a bus, and from it',
  },
] as const;
type Key = (typeof settings)[number]['key'];

function setting(ctx: Ctx, key: Key): Promise<number> {
  return settingOf(ctx, key, settings.find((one) => one.key === key)?.value ?? 0);
}

export async function lineRule(ctx: Ctx): Promise<LineRule> {
  return {
    priorityAhead: await setting(ctx, 'ticket_priority_ahead'),
    bookedAhead: await setting(ctx, 'ticket_booked_ahead'),
    bookedGrace: await setting(ctx, 'ticket_booked_grace'),
  };
}
export const callsToNoShow = (ctx: Ctx): Promise<number> => setting(ctx, 'ticket_calls');
export const parkMinutes = (ctx: Ctx): Promise<number> => setting(ctx, 'ticket_park_minutes');

export async function wayRule(ctx: Ctx): Promise<WayRule> {
  return {
    walk: Math.max(10, await setting(ctx, 'hall_walk')),
    ride: Math.max(10, await setting(ctx, 'hall_ride')),
    rideFirst: await setting(ctx, 'hall_ride_first'),
  };
}

export async function bookRule(ctx: Ctx): Promise<BookRule> {
  return {
    every: Math.max(5, await setting(ctx, 'booking_every')),
    share: await setting(ctx, 'booking_share'),
    days: await setting(ctx, 'booking_days'),
    most: await setting(ctx, 'booking_most'),
  };
}

/** Years of life; 60 after the law on the rights of older people, art. 2. */
export const elderlyFrom = (ctx: Ctx): Promise<number> => setting(ctx, 'ticket_elderly_from');
export const visitHours = (ctx: Ctx): Promise<number> => setting(ctx, 'ticket_visit_hours');
