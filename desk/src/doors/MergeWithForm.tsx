// SPDX-License-Identifier: Apache-2.0
import {
  type DoorFound,
  type DoorPlace,
  findDoors,
  tellDoor,
} from '@lilong/contracts/registry-doors';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { TextField } from '../parts/TextField.tsx';
import type { Finish } from '../registry/CardFrame.tsx';
import { Choices } from '../registry/Choices.tsx';
import { useSettled } from '../registry/use-finding.ts';
import { useT } from '../words.ts';

interface MergeWithFormProps {
  readonly here: DoorPlace;
  /** A committee tells its street, and merges nothing itself. */
  readonly tells: boolean;
  readonly finish: Finish;
}

/** The same place under words that no rule finds alike: the other one is found by typing, then both are looked at. */
export function MergeWithForm({ here, tells, finish }: MergeWithFormProps): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const tell = useWrite(tellDoor, { refreshes: ['registry'] });
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<number>();
  const [missing, setMissing] = useState(false);
  const q = useSettled(words.trim());
  const { doors, problem } = useOthers(q, here);
  const look = () => {
    const other = doors.find(({ address }) => address === chosen)?.address;
    setMissing(other == null);
    if (other == null) return;
    if (tells) return void send(other);
    const params = { address: String(here.address), other: String(other) };
    void navigate({ to: '/doors/merge/$address/$other', params });
  };
  const send = async (other: number) => {
    const told = await tell.send({ address: here.address ?? 0, other });
    if (told !== undefined) finish(t('door-hints.told-same'));
  };
  return (
    <DockForm
      title={t(tells ? 'door-hints.same' : 'doors.merge-with')}
      submit={t(tells ? 'door-hints.tell' : 'doors.merge-look')}
      pending={tell.pending}
      problem={tell.refusal ?? problem}
      onSubmit={look}
      onCancel={() => finish()}
    >
      <TextField
        label={t('doors.merge-other')}
        hint={t('doors.merge-hint')}
        type="search"
        maxLength={60}
        value={words}
        onChange={setWords}
      />
      <Others doors={doors} chosen={chosen} onChange={setChosen} />
      {missing && (
        <p className="field-fault" role="alert">
          {t('doors.merge-missing')}
        </p>
      )}
    </DockForm>
  );
}

const most = 6;

/** Doors in use that have these words, but this one. */
function useOthers(q: string, here: DoorPlace) {
  const { data, error } = useRead(findDoors, { q }, { enabled: q.length > 1 });
  const doors = (data?.found ?? []).filter(
    ({ address, home, closed }) =>
      home === null && closed === null && address !== null && address !== here.address,
  );
  return { doors: doors.slice(0, most), problem: error?.problem };
}

interface OthersProps {
  readonly doors: readonly DoorFound[];
  readonly chosen: number | undefined;
  readonly onChange: (address: number) => void;
}

function Others({ doors, chosen, onChange }: OthersProps): ReactNode {
  const t = useT();
  if (doors.length === 0) return null;
  return (
    <Choices
      long
      legend={t('doors.found')}
      name="other"
      value={chosen}
      options={doors.map(({ address, line, placeNames }) => ({
        value: address ?? 0,
        title: `${line} · ${placeNames.join()}`,
      }))}
      onChange={onChange}
    />
  );
}
