// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { givePost, type Role, roles, type StaffLine } from '@lilong/contracts/identity';
import { listOrganisations } from '@lilong/contracts/places';
import type { InputOf } from '@lilong/contracts/route';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { dayAfter, endOfDay, startOfDay } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useHolder } from '../shell/session.ts';
import { useT } from '../words.ts';
import { GivePlaces } from './GivePlaces.tsx';

interface GivePostProps {
  readonly person: StaffLine;
  readonly onDone: () => void;
}
const fields = ['role', 'organisation', 'places', 'validFrom', 'validTo'];

/** What is typed; an empty choice travels as what the server refuses by name. */
interface Typed {
  readonly role: Role | undefined;
  readonly organisation: number | undefined;
  readonly places: readonly number[];
  readonly from: string;
  readonly to: string;
}

function inputOf(account: number, typed: Typed): InputOf<typeof givePost> {
  return {
    account,
    role: typed.role ?? ('' as Role),
    organisation: typed.organisation ?? 0,
    places: [...new Set(typed.places)],
    validFrom: typed.from === '' ? '' : startOfDay(typed.from),
    ...(typed.to === '' ? {} : { validTo: endOfDay(typed.to) }),
  };
}

/** Proposes a post; it holds once a safety administrator approved it. */
export function GivePost({ person, onDone }: GivePostProps): ReactNode {
  const t = useT();
  const own = useHolder().post.places[0]?.no ?? 0;
  const write = useWrite(givePost, { refreshes: ['staff'] });
  const [typed, setTyped] = useState<Typed>({
    role: undefined,
    organisation: undefined,
    places: [own],
    from: dayAfter(0),
    to: '',
  });
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if ((await write.send(inputOf(person.account, typed))) !== undefined) onDone();
  }
  return (
    <form className="form give" noValidate onSubmit={(event) => void submit(event)}>
      <Refused problem={restOf(write.refusal, ...fields)} />
      <Seat typed={typed} problem={write.refusal} onChange={change} />
      <div className="give-days">
        <TextField
          label={t('staff.valid-from')}
          problem={blames(write.refusal, 'validFrom')}
          type="date"
          value={typed.from}
          onChange={(from) => change({ from })}
        />
        <TextField
          label={t('staff.valid-to')}
          need="may"
          problem={blames(write.refusal, 'validTo')}
          type="date"
          value={typed.to}
          onChange={(to) => change({ to })}
        />
      </div>
      <div className="bar-buttons">
        <Button type="primary" htmlType="submit" loading={write.pending}>
          {t('staff.propose')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}

interface SeatProps {
  readonly typed: Typed;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Typed>) => void;
}

/** As what, for whom, over which places. */
function Seat({ typed, problem, onChange }: SeatProps): ReactNode {
  const t = useT();
  const [first = 0] = typed.places;
  const found = useRead(listOrganisations, { place: first }, { staleTime: 600_000 });
  return (
    <>
      <PickField
        label={t('staff.role')}
        problem={blames(problem, 'role')}
        value={typed.role}
        options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={(role) => onChange({ role })}
      />
      <GivePlaces
        places={typed.places}
        onChange={(places) =>
          onChange({ places, ...(places[0] === first ? {} : { organisation: undefined }) })
        }
      />
      <Refused problem={blames(problem, 'places')} />
      <PickField
        label={t('staff.organisation')}
        problem={blames(problem, 'organisation')}
        value={typed.organisation}
        options={found.data?.organisations.map(({ no, name }) => ({ value: no, label: name }))}
        onChange={(organisation) => onChange({ organisation })}
      />
    </>
  );
}
