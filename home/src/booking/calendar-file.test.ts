// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const entry = {
  ...{ uid: 'B310101002-71@lilong', url: 'https://lilong.example/hall/5' },
  ...{ from: '2026-03-03T02:00:00.000Z', to: '2026-03-03T02:15:00.000Z' },
  ...{ madeAt: '2026-03-02T01:00:00.000Z', title: '办事：综合、社保医保' },
  ...{
    where: '外滩街道社区事务受理服务中心, 山东中路 1 号; 二楼',
    words: '预约码 482 913\n到了签到',
  },
};

test('a calendar reads the time, the place and the words; every line is short enough', () => {
  const file = calendarFile(entry);
  const lines = file.split('\r\n');
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const whole = file.replaceAll('\r\n ', '').split('\r\n');
  expect(whole).toContain('DTSTART:20260303T020000Z');
  expect(whole).toContain('DTEND:20260303T021500Z');
  expect(whole).toContain('LOCATION:外滩街道社区事务受理服务中心\\, 山东中路 1 号\\; 二楼');
  expect(whole).toContain('DESCRIPTION:预约码 482 913\\n到了签到');
  expect(whole.at(-1)).toBe('');
});
