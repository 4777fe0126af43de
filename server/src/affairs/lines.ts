// SPDX-License-Identifier: Apache-2.0
import type { AffairLine } from '@lilong/contracts/affairs';
import { formatRef } from '@lilong/contracts/refs';
import type { ApplicationFound } from './queries.ts';

const soonMs = 24 * 3_600_000;
export const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function lineOfRow(row: ApplicationFound, now: Date): AffairLine {
  return {
    ref: formatRef('A', row),
    ...{ item: row.item, itemName: row.item_name, itemNameEn: row.item_name_en },
    departmentName: row.department,
    ...{ kind: row.kind, state: row.state, name: row.name, channel: row.channel },
    ...{ appliedAt: iso(row.applied_at), dueAt: iso(row.due_at), clock: row.clock },
    ...{ lateness: latenessOf(row.due_at, now), provisional: row.provisional },
    asksLonger: row.longer_state === 'asked',
    acceptName: row.acceptName,
    joint: row.joint === null ? null : formatRef('A', { street: row.street, no: row.joint }),
    changedAt: row.changed_at.toISOString(),
    version: row.version,
  };
}

export function latenessOf(due: Date | null, now: Date): AffairLine['lateness'] {
  if (due === null) return 'none';
  if (now > due) return 'late';
  return due.getTime() - now.getTime() < soonMs ? 'soon' : 'fine';
}
