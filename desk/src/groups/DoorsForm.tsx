// SPDX-License-Identifier: Apache-2.0
import {
  type GroupCard,
  type GroupDoor,
  listGroupDoors,
  setGroupDoors,
} from '@lilong/contracts/registry-groups';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import type { Finish } from '../registry/CardFrame.tsx';
import { useT } from '../words.ts';

interface DoorsFormProps {
  readonly card: GroupCard;
  readonly finish: Finish;
}

/** All doors of the committee, lane by lane: a whole lane is one tap. */
export function DoorsForm({ card, finish }: DoorsFormProps): ReactNode {
  const t = useT();
  const read = useRead(listGroupDoors, { group: card.group });
  const write = useWrite(setGroupDoors, { refreshes: ['registry'] });
  const own = card.own.map(({ address }) => address);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(own));
  const choose = (addresses: readonly number[], on: boolean): void => {
    const next = new Set(chosen);
    for (const address of addresses) {
      if (on) next.add(address);
      else next.delete(address);
    }
    setChosen(next);
  };
  const submit = async () => {
    const add = [...chosen].filter((address) => !own.includes(address));
    const take = own.filter((address) => !chosen.has(address));
    const sent = await write.send({ group: card.group, add, take });
    if (sent !== undefined) finish(t('group.doors-done'));
  };
  const lanes = [...Map.groupBy(read.data?.doors ?? [], ({ lane }) => lane)];
  return (
    <DockForm
      title={t('group.doors-title', { name: card.name })}
      submit={t('group.doors-save')}
      pending={write.pending}
      problem={write.refusal ?? read.error?.problem}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      {read.isPending && <Waiting rows={3} />}
      {lanes.map(([lane, doors]) => (
        <Lane
          key={lane}
          lane={lane}
          doors={doors}
          group={card.group}
          chosen={chosen}
          choose={choose}
        />
      ))}
    </DockForm>
  );
}

interface LaneProps {
  readonly lane: string;
  readonly doors: readonly GroupDoor[];
  readonly group: string;
  readonly chosen: ReadonlySet<number>;
  readonly choose: (addresses: readonly number[], on: boolean) => void;
}

function Lane({ lane, doors, group, chosen, choose }: LaneProps): ReactNode {
  const t = useT();
  const whole = doors.every(({ address }) => chosen.has(address));
  return (
    <fieldset className="group-doors" lang="zh-CN">
      <legend className="unseen">{lane}</legend>
      <label className="group-door group-whole">
        <input
          type="checkbox"
          checked={whole}
          onChange={() =>
            choose(
              doors.map(({ address }) => address),
              !whole,
            )
          }
        />
        <b>{t('group.doors-whole', { lane })}</b>
      </label>
      {doors.map((door) => (
        <label key={door.address} className="group-door">
          <input
            type="checkbox"
            checked={chosen.has(door.address)}
            onChange={() => choose([door.address], !chosen.has(door.address))}
          />
          <span>
            {door.line.slice(lane.length) || door.line}
            {door.group !== null && door.group !== group && (
              <small>{t('group.doors-in', { group: door.groupName ?? '' })}</small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
